"""What a report is: its records, and the values they are made of."""
