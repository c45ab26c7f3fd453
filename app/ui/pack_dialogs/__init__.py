"""The windows of a lead: what is published, checked, changed, read and brought back."""
