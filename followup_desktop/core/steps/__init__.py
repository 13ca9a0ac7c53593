"""The steps that one interview offers, by the time of its life; `core.next_step` chooses among them."""
