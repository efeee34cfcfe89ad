"""What people look at: facts and documents as plain data, lines and pages."""
