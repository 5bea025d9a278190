"""`leaflets fix` shows what it does, and does it only if it may."""

AR = "locales/ar/LC_MESSAGES/victims-rights.po"


def test_a_dry_run_shows_and_writes_nothing(run, copy, rewrite):
    line = rewrite(AR, 'msgstr "خط المساعدة"', 'msgstr "خط  المسا\u00adعدة "')
    before = (copy / AR).read_bytes()
    told = run("fix", "ar", "--dry-run")
    assert (told.code, (copy / AR).read_bytes()) == (0, before)
    assert f"{AR}:{line}: invisible, space-edge, space-double" in told.out
    assert "⟨U+00AD⟩" in told.out
    assert run("fix", "ar", "--only", "space-edge").code == 0
    assert (copy / AR).read_bytes() == before.replace('عدة "'.encode(), 'عدة"'.encode(), 1)
    assert run("fix").code == 0
    assert 'msgstr "خط المساعدة"\n' in (copy / AR).read_text(encoding="utf-8")
    assert f"{AR}: nothing to mend" in run("fix", "ar").out


def test_the_repositorys_catalogs_need_none(run):
    told = run("fix", "--dry-run")
    assert told.code == 0
    assert "would change" not in told.out
