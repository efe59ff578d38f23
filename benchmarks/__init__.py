"""How fast Allygraph is, as ratios against a peer in the same run."""
