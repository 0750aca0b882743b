"""Pages of review and systematisation, under the officers' frame; published lists for everybody."""
