"""The commands of `lawc`, one file each."""
