"""The thirty visitors of the briefing, each with a case of their own, in the five offices and a real browser."""
