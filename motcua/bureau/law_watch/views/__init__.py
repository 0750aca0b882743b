"""Pages of monitoring, under the officers' frame."""
