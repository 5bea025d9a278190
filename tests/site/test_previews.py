"""Pictures that the site draws of files itself."""

import hashlib

from tests.site.conftest import small_pdf

from leaflets.build.previews import Previews
from leaflets.site.model import Download


def test_pictures_for_messages_are_named_by_the_end_of_the_file_name():
    """Also where a leaflet is called as a rendition is."""
    pdf = small_pdf("x", pages=2)
    download = Download(
        path="card-screen-en-2026-11-card-screen-DRAFT.pdf",
        source=pdf,
        format="card",
        profile="screen",
        released=False,
        pages=2,
        bytes=len(pdf),
        sha256=hashlib.sha256(pdf).hexdigest(),
    )
    sent = Previews(earlier=lambda _path: None).for_messages(download)
    names = [one.name for one in sent]
    assert names == [f"card-screen-en-2026-11-phone-0{number}-DRAFT.png" for number in (1, 2)]
