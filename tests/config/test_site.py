"""[site], [[withdrawn]] and changes: what may be written, and what is told of the rest."""

from datetime import date

import pytest

from leaflets.config.site import changes, site_settings, with_withdrawn
from leaflets.config.table import open_toml
from leaflets.project import Edition, SiteSettings


def read(text, key=None):
    root = open_toml(text, file="leaflets.toml")
    return root.table(key) if key else root


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/guide", "https://example.org/guide/"),
        ("https://example.org:8443/a/", "https://example.org:8443/a/"),
        ("", ""),
    ],
)
def test_an_address_ends_with_a_slash(written, read_as):
    root = read(f'[site]\nbase_url = "{written}"')
    assert site_settings(root) == SiteSettings(base_url=read_as)
    assert root.source.diagnostics == ()


@pytest.mark.parametrize(
    "value",
    ["http://example.org/", "example.org", "https://", "https://a b/", "javascript:alert(1)", 'https://x\\"'],
)
@pytest.mark.parametrize("key", ["base_url", "leave"])
def test_other_addresses_are_refused_with_their_line(key, value):
    root = read(f'[site]\n{key} = "{value}"')
    site_settings(root)
    (fault,) = root.source.diagnostics
    assert (fault.rule, fault.place.line) == ("bad-value", 2)
    assert "https://" in fault.help


@pytest.mark.parametrize("rest", ["/a?b=c", "/a#b", "/a;b", "/a'b", "/a&b", "/{x}", "/<b>"])
def test_names_can_be_written_behind_the_address_of_a_site(rest):
    """It stands in configurations of servers and in XML, too."""
    root = read(f'[site]\nbase_url = "https://example.org{rest}"\nleave = "https://example.org{rest}"')
    site_settings(root)
    (fault,) = root.source.diagnostics
    assert (fault.rule, fault.place.line) == ("bad-value", 2)
    assert "folder" in fault.message


def test_who_leaves_has_to_get_somewhere():
    """An empty address would load the page again that the reader wants to be gone."""
    root = read('[site]\nleave = ""')
    assert site_settings(root) == SiteSettings()
    assert [fault.rule for fault in root.source.diagnostics] == ["bad-value"]


def test_without_the_table_all_has_a_value():
    assert site_settings(read("")) == SiteSettings()
    assert SiteSettings().leave.startswith("https://")


def test_unknown_keys_are_told():
    root = read('[site]\nbase_ulr = "https://example.org/"')
    site_settings(root)
    assert root.source.diagnostics[0].rule == "unknown-key"


def test_changes_are_sorted_newest_first():
    root = read(
        '[[leaflet.changes]]\nedition = "2026-05"\ntext = "First"\n'
        '[[leaflet.changes]]\nedition = "2026-11"\ntext = "New number"\n',
        "leaflet",
    )
    assert changes(root) == (
        Edition(edition="2026-11", text="New number"),
        Edition(edition="2026-05", text="First"),
    )


@pytest.mark.parametrize("edition", ["2026", "2026-13", "november", "2026-1", "0000-11"])
def test_an_edition_is_a_year_and_a_month(edition):
    root = read(f'[[leaflet.changes]]\nedition = "{edition}"\ntext = "x"', "leaflet")
    changes(root)
    assert [fault.rule for fault in root.source.diagnostics] == ["bad-value"]


def test_a_withdrawn_edition_belongs_to_a_leaflet(project):
    (leaflet,) = project.leaflets
    text = 'edition = "2026-08"\nreason = "Wrong number"\nreplaced_by = "2026-11"'
    for line in ("", f'leaflet = "{leaflet.name}"\n'):
        (found,) = with_withdrawn((leaflet,), read(f"[[withdrawn]]\n{line}{text}"))
        assert found.withdrawn == (Edition(edition="2026-08", text="Wrong number", replaced_by="2026-11"),)
    (found,) = with_withdrawn((leaflet,), read(f"[[withdrawn]]\n{text}\non = 2026-11-27"))
    assert found.withdrawn[0].on == date(2026, 11, 27)


def test_a_withdrawn_edition_of_nobody_is_told(project):
    root = read('[[withdrawn]]\nleaflet = "wrong"\nedition = "2026-08"\nreason = "x"')
    with_withdrawn(project.leaflets, root)
    assert "wrong" in root.source.diagnostics[0].message


def test_a_reason_must_be_given(project):
    root = read('[[withdrawn]]\nedition = "2026-08"')
    with_withdrawn(project.leaflets, root)
    assert len(root.source.diagnostics) == 1


@pytest.fixture(scope="module")
def project(root):
    from leaflets.api import open_files, open_project  # noqa: PLC0415 - one fixture needs them

    return open_project(open_files(root))
