"""`python -m allygraph` is the command line."""

from allygraph.commands import main

if __name__ == "__main__":
    main()
