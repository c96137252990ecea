"""A build as independent tasks (document × language × format), none of which is done twice."""
