"""What every PDF shares, whichever room writes it: the typeface and the colours of the screens."""
