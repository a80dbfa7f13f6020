"""The way of a draft through Word: what it keeps of its making, and how what people change in it comes back."""
