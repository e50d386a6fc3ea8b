"""A module for each command of `python3 build.py`, named as the command is typed.

Each has a `COMMAND` that declares it (`cli.command.Command`) and a `run(project, asked)` that carries it out and
returns the exit status; those with arguments of their own have an `add_arguments(parser)` too. Modules are found by
being here (`cli.registry`): a new command is one new module and nothing else.

Help is printed before anything is installed, so at their top these modules import nothing but the standard library
and `storyguide.cli`; everything else is imported where it is used.
"""
