"""Counter: the one-stop itself, from receipt to return («bộ phận một cửa»)."""
