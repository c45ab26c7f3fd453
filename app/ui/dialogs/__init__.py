"""The windows that open beside the main one; each is non-modal and is handed what it needs."""
