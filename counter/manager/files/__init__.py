"""What the files of several pages share: harmless cells, words, paper and workbooks."""
