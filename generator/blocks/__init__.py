"""What several families are made of: a module holds the shape, the template beside it how it looks."""
