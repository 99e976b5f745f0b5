"""What helps a person write data: schemas for editors, skeletons, the list of all fields."""
