"""old module (under storyguide) -> new. Folder rules apply to whatever is not named."""
EXPLICIT = {}
def room(old, new, **names):
    for k, v in names.items():
        EXPLICIT[f"{old}.{k}"] = f"{new}.{v}" if v else new
def same(old, new, words):
    for k in words.split():
        a, _, b = k.partition(">")
        EXPLICIT[f"{old}.{a}"] = f"{new}.{b or a}"

same("reading", "readers.fields", "facts groups kinds>field_types values written>nodes lines>source_lines metadata>front_matter mending>repairs days when moments>event_times time_zones lookalikes quotes indents unread>read_errors addresses")
same("reading", "readers.contacts", "contacts contact_hint phone_numbers numbering_plans spoken_numbers postcodes visible_text")
same("reading", "readers.markdown", "commonmark allowed>allow_list limits other_marks signs facts_in_words plain_words")
same("reading", "readers.stories", "story stories store>cache approval replies questions verdicts story_fields story_parts story_files missing_photos schema fixes")
same("reading", "readers.editions", "edition edition_facts edition_help frameworks boundary trails glossary answers>link_answers handwritten list_file")
same("reading", "readers.tins", "tins blocks heard>session_notes tin_fields tin_help")
same("reading", "readers.news", "news events news_fields news_help")
same("reading", "readers.registers", "registers register_fields register_help")
same("reading.photos", "readers.photos", "darkroom>developing room>memory_use store>cache kinds>file_types remains>leftovers wholeness>png_checksums")
same("checking", "checks", "facts>fact_files outside>outside_links records>registers")
same("telling", "reports", "from_check>check_comment page>html pointing>excerpt")
same("intake", "importers.word", "word>reader word_body>body word_drawings>drawings drawn>drawing_content word_fields>fields word_numbering>numbering word_package>package word_runs>runs word_styles>styles word_vml>vml symbols")
same("intake", "importers.opendocument", "opendocument>reader odf_body>body odf_frames>frames odf_numbering>numbering looks>styles")
same("intake", "importers.rtf", "rtf>reader rtf_blocks>blocks rtf_pictures>pictures rtf_tokens>tokens rtf_words>control_words")
same("intake", "importers.email", "letter>reader letter_bounds>boundaries letter_content>content letter_inline>inline letter_text>text trimming")
same("intake", "importers.web", "hypertext>reader growing>tree")
same("intake", "importers.text", "plain>reader charsets likely_text")
same("intake", "importers", "arriving>dispatch ceilings>size_limits grids>tables markdown>markdown_writer")
same("making", "render.components", "blocks cards entries heard>session_notes lines>story_lines listing page pictures related replies terms ways spelled>number_words languages moments>event_times codes>qr_codes structured_data share_cards")
same("making", "render.maps", "chart sheet outline labels seats>dot_positions trail_map")
same("making", "render.feeds", "feeds feed_entries>entries feed_atom>atom feed_json>json_feed calendar")
same("making", "render.data", "data_fields data_package open_data ids")
same("making", "render.search", "search>documents search_words>vocabulary filters")
same("making", "render.newsletter", "newsletter newsletter_text>as_text")
same("making", "render", "kept>cache shipped>third_party shared>syndication render>templating")
same("making.book", "render.documents.book", "said>wording")
same("making.covers.pieces", "render.covers.pieces", "looks>appearance")
same("making.downloads", "render.documents.downloads", "keeping>make_downloads store>cache")
EXPLICIT["making.newsletter"] = "render.documents.newsletter.as_html"
EXPLICIT["making.newsletter_text"] = "render.documents.newsletter.as_text"
same("side_by_side", "parallel", "")
EXPLICIT.pop("side_by_side.", None)
EXPLICIT["side_by_side"] = "parallel"

same("model", "model.editing", "changes desk question")
same("model", "model.names", "nearest other_names drawings")

FOLDERS = {
    "making.book": "render.documents.book",
    "making.downloads": "render.documents.downloads",
    "making.poster": "render.documents.poster",
    "making.proof": "render.documents.proof",
    "making": "render",
    "reading": "readers",
    "checking": "checks",
    "telling": "reports",
    "intake": "importers",
}

def new_of(old):
    if old in EXPLICIT: return EXPLICIT[old]
    parts = old.split(".")
    for n in range(len(parts), 0, -1):
        head = ".".join(parts[:n])
        if head in FOLDERS: return ".".join([FOLDERS[head], *parts[n:]])
    return old
TESTS = {"reading": "readers", "making/book": "render/documents/book", "making/downloads": "render/documents/downloads", "making": "render", "checking": "checks", "intake": "importers", "telling":"reports"}
