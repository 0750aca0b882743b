"""Pages of drafting for officers, and the portal's pages of posted drafts."""
