"""The page that stands at /admin/, and the few words that start the editor on it."""

from html import escape

from storyguide.model.edition import Edition

GITHUB, FACES = "https://api.github.com", "https://avatars.githubusercontent.com"
POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self'",
    "img-src": f"'self' data: blob: {FACES}",
    "media-src": "'self' blob:",
    "connect-src": f"'self' blob: data: {GITHUB}",
    "worker-src": "'self' blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What the page may reach: its own host and GitHub. The editor would ask others too, for fonts and for news of itself.

On this page alone styles may be inline, as the editor writes its own so; and the program that makes
photos small may run, which is compiled (wasm). Signing in is a window of its own, which needs no leave.
"""

START = 'import CMS from "./sveltia/index.js";\n\nCMS.init();\n'

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<title>Write for {name}</title>
<link rel="icon" href="../assets/mark.svg">
<link rel="cms-config-url" type="application/yaml" href="config.yml">
<script type="module" src="start.js"></script>
</head>
<body>
<noscript>
<p>Writing here needs scripts, and they are switched off.
There are <a href="../tell-your-story/">other ways to tell your story</a>.</p>
</noscript>
</body>
</html>
"""


def admin_page(edition: Edition) -> str:
    """The page, which holds nothing until the editor fills it."""
    policy = "; ".join(f"{name} {allowed}" for name, allowed in POLICY.items())
    return _PAGE.format(
        language=escape(edition.language), name=escape(edition.name), policy=escape(policy, quote=False)
    )
