"""Reports on paper: pages, tables, strokes of charts, the office's head and the place for a signature."""
