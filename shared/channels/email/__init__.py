"""E-mail: letters go out by SMTP and come in by IMAP."""
