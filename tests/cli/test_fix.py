"""`leaflets fix` shows what it does, and does it only if it may."""

AR = "locales/ar/LC_MESSAGES/victims-rights.po"


def test_a_dry_run_shows_and_writes_nothing(run, copy, rewrite, text_of):
    text = text_of(AR, "Help line")
    first, last = text.split(" ", 1)
    line = rewrite(AR, f'msgstr "{text}"', f'msgstr "{first}  {last[0]}\u00ad{last[1:]} "')
    before = (copy / AR).read_bytes()
    told = run("fix", "ar", "--dry-run")
    assert (told.code, (copy / AR).read_bytes()) == (0, before)
    assert f"{AR}:{line}: invisible, space-edge, space-double" in told.out
    assert "⟨U+00AD⟩" in told.out
    assert run("fix", "ar", "--only", "space-edge").code == 0
    assert (copy / AR).read_bytes() == before.replace('عدة "'.encode(), 'عدة"'.encode(), 1)
    assert run("fix").code == 0
    assert f'msgstr "{text}"\n' in (copy / AR).read_text(encoding="utf-8")
    assert f"{AR}: nothing to mend" in run("fix", "ar").out


def test_the_repositorys_catalogs_need_none(run):
    told = run("fix", "--dry-run")
    assert told.code == 0
    assert "would change" not in told.out
