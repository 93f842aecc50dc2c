"""The graph as one HTML page that opens from disk: ``page.write_page`` writes it."""
