"""What `leaflets build` says where nothing comes of it."""

import pytest


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--lang", "ar", "--format", "many-languages"), "nothing matches --lang ar --format many-languages"),
        (("--lang", "mul", "--format", "card"), "nothing matches --lang mul --format card"),
        (("--lang", "en", "--format", "phone", "--profile", "print"), "has a rendition print: no file was"),
        (("--lang", "en", "--format", "phone", "--profile", "print", "--quiet"), "no file was written"),
    ],
)
def test_a_build_of_nothing_says_so(run, copy, asked, said):
    told = run("build", "--jobs", "1", *asked)
    assert told.code == 1
    assert said in told.err
    assert not list(copy.rglob("*.pdf"))
