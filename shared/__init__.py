"""The common core: rules, desk, edges, web and the roof that hangs the rooms."""
