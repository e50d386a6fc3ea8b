"""What remains to be done by people when a story has been taken down, each with the very command or sentence."""

from collections.abc import Iterator, Sequence

_REMOVED = "A story has been taken down at its storyteller’s wish. Please delete your copy of it, and of its photos."


def steps_left(slugs: Sequence[str], *, older: Sequence[str] = (), repository: str = "") -> Iterator[str]:
    """Yield all that no build can do, most pressing first. No name and no title is in it, so it can be passed on.

    older are names the stories' folders had once: the history and search engines know them too.
    """
    folders = " ".join(f"stories/{slug}" for slug in slugs)
    paths = " ".join(f"--path stories/{slug}/" for slug in (*slugs, *older))
    pages = " and ".join(f"stories/{slug}/" for slug in (*slugs, *older))
    host = repository.rstrip("/").removesuffix(".git") or "ADDRESS-OF-THE-FILES"
    owner_and_name = host.removeprefix("https://github.com/") if "://github.com/" in host else "OWNER/NAME"
    # A folder that was renamed and not yet committed is still in the last commit, with every word in it.
    renamed = " ".join(f"stories/{slug}" for slug in older)
    moved = f"git rm -r -q --cached --ignore-unmatch {renamed} && " if older else ""
    keep = f'git add --all {folders} stories/published-addresses.txt && git commit -m "Take a story down"'

    yield "\nWhat is left to do, and only people can:"
    yield "1. Publish the guide without it, and look whether anything is left:"
    yield "     python3 build.py"
    yield '     python3 build.py leaks "a name" "a few words only this story had" --photo a-photo-of-it.jpg'
    yield f"     {moved}{keep} && git push"
    yield "2. Tell the storyteller that it is done, on what day, and what below takes longer or cannot be done."
    yield "   Tell also whoever took its photos or can be seen in them, whoever translated it, the group it is about,"
    yield "   and the other editors. Nobody need be given a reason, and the storyteller is not asked for one."
    yield "3. The history of the files still holds it, for everybody who can read them. It can be cut out. That changes"
    yield "   every later version, so agree on it with all who work on the guide; it is done in a fresh copy:"
    yield "     python3 -m pip install git-filter-repo"
    yield f"     git clone {host} fresh && cd fresh"
    yield f"     mkdir ../kept && cp -r {folders} ../kept"
    yield f"     git filter-repo --invert-paths {paths}"
    yield f"     cp -r ../kept/. stories && {keep}"
    yield f"     git remote add origin {host} && git push --force --all origin"
    yield "   Then everybody fetches the guide afresh; an old copy that is sent in again would bring it back."
    yield "   GitHub keeps old versions, pull requests and previews for a while. To ask for their removal:"
    yield "     https://support.github.com/request (“Remove sensitive data”)"
    yield "4. If it came as an issue or a pull request, its words and photos are there too. An editor can type:"
    yield "     gh issue delete NUMBER"
    yield "5. Forks are copies of all the files, which belong to others. To list them:"
    yield f"     gh api repos/{owner_and_name}/forks --paginate --jq '.[].html_url'"
    yield "   To each owner:"
    yield f"     “{_REMOVED}”"
    yield f"6. Search engines and archives keep what they have read. The address to give them ends in {pages}"
    yield "     https://search.google.com/search-console/remove-outdated-content"
    yield "     https://www.bing.com/webmasters/tools/contentremoval"
    yield "     To info@archive.org: “Please remove every capture of this address. The page has been taken down at the"
    yield "     wish of the person whose story it was.”"
    yield "7. Proofs, previews and books. Delete those that lie on your computers or were e-mailed, and make a copy for"
    yield "   reading without the internet anew: python3 build.py --offline"
    yield "   The next book is made without it; printed ones cannot be called back. To whoever holds or sells them:"
    yield "     “One story in this book has been taken down. Please do not copy it, read it out or pass it on.”"
    yield "8. Backups, shared folders, chats and e-mails: delete the story and its photos there."
