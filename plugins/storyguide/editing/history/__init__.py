"""What has changed in an edition since some time, as git knows it."""
