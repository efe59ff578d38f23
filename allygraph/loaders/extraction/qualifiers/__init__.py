"""What a clause says beside who and what: status, date, amount, likelihood, polarity."""
