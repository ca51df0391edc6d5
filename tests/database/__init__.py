"""Tests of the rows themselves: how an update keeps them."""
