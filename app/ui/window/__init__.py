"""The window itself: its shapes, its place beside the chat, its menu and its tray."""
