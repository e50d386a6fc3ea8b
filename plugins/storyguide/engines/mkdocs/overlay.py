"""Our templates laid over the theme beneath, whose templates stay in reach and whose files stay where they are."""

from jinja2 import FileSystemLoader
from mkdocs.theme import Theme

from storyguide.making.render import compiled_beside
from storyguide.site.theme_files import THEME


def lay_our_theme(theme: Theme) -> None:
    """Have the theme look into our folder first, keep the frame compiled, and give away none of its own files.

    Whoever asks it for its environment is given the same one.
    """
    theme.dirs.insert(0, str(THEME))
    env = theme.get_env()
    env.loader = _Unlisted(theme.dirs)
    env.bytecode_cache = compiled_beside(THEME)
    setattr(theme, "get_env", lambda: env)  # noqa: B010 - the engine offers no event between finding templates and listing them


class _Unlisted(FileSystemLoader):
    """Finds every template by its name, and lists none.

    The engine copies into the site whatever a theme lists. Ours is made like all other files of the guide, and
    of Material's fourteen thousand none is wanted: to list them alone takes as long as a hundred stories.
    """

    def list_templates(self) -> list[str]:
        """Nothing."""
        return []
