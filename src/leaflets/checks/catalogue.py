"""All rules, in the order of the manual: files, catalogs, messages, facts, markup, letters, words, pages."""

from leaflets.checks.rules.bad_ignore import bad_ignore
from leaflets.checks.rules.bad_setting import bad_setting
from leaflets.checks.rules.bidi_control import bidi_control
from leaflets.checks.rules.bidi_ltr_run import bidi_ltr_run
from leaflets.checks.rules.blank import blank
from leaflets.checks.rules.brackets import brackets
from leaflets.checks.rules.broken_word import broken_word
from leaflets.checks.rules.compat_forms import compat_forms
from leaflets.checks.rules.contact_expired import contact_expired
from leaflets.checks.rules.contact_language import contact_language
from leaflets.checks.rules.contact_unverified import contact_unverified
from leaflets.checks.rules.control_char import control_char
from leaflets.checks.rules.date_format import date_format
from leaflets.checks.rules.digits_mixed import digits_mixed
from leaflets.checks.rules.dotted_circle import dotted_circle
from leaflets.checks.rules.email import email
from leaflets.checks.rules.end_punctuation import end_punctuation
from leaflets.checks.rules.fact_missing import fact_missing
from leaflets.checks.rules.foreign_catalog import foreign_catalog
from leaflets.checks.rules.fuzzy import fuzzy
from leaflets.checks.rules.header_language import header_language
from leaflets.checks.rules.header_plural import header_plural
from leaflets.checks.rules.heaped_marks import heaped_marks
from leaflets.checks.rules.inconsistent import inconsistent
from leaflets.checks.rules.invisible import invisible
from leaflets.checks.rules.length_ratio import length_ratio
from leaflets.checks.rules.letters_locale import letters_locale
from leaflets.checks.rules.markup import markup
from leaflets.checks.rules.markup_entity import markup_entity
from leaflets.checks.rules.markup_printed import markup_printed
from leaflets.checks.rules.markup_unsafe import markup_unsafe
from leaflets.checks.rules.missing_catalog import missing_catalog
from leaflets.checks.rules.missing_glyph import missing_glyph
from leaflets.checks.rules.mixed_faces import mixed_faces
from leaflets.checks.rules.mojibake import mojibake
from leaflets.checks.rules.newline import newline
from leaflets.checks.rules.nfc import nfc
from leaflets.checks.rules.number import number
from leaflets.checks.rules.number_near_edge import number_near_edge
from leaflets.checks.rules.obsolete import obsolete
from leaflets.checks.rules.overset import overset
from leaflets.checks.rules.pale_text import pale_text
from leaflets.checks.rules.personal_data import personal_data
from leaflets.checks.rules.phone import phone
from leaflets.checks.rules.placeholder import placeholder
from leaflets.checks.rules.plural_missing import plural_missing
from leaflets.checks.rules.plural_number import plural_number
from leaflets.checks.rules.plural_same import plural_same
from leaflets.checks.rules.po_conflict_marker import po_conflict_marker
from leaflets.checks.rules.po_duplicate import po_duplicate
from leaflets.checks.rules.po_encoding import po_encoding
from leaflets.checks.rules.po_header import po_header
from leaflets.checks.rules.po_syntax import po_syntax
from leaflets.checks.rules.private_use import private_use
from leaflets.checks.rules.punctuation_locale import punctuation_locale
from leaflets.checks.rules.quotes_locale import quotes_locale
from leaflets.checks.rules.repeated_word import repeated_word
from leaflets.checks.rules.same import same
from leaflets.checks.rules.script_mixed import script_mixed
from leaflets.checks.rules.script_wrong import script_wrong
from leaflets.checks.rules.shaping_font import shaping_font
from leaflets.checks.rules.skipped_heading import skipped_heading
from leaflets.checks.rules.source_catalog import source_catalog
from leaflets.checks.rules.space_double import space_double
from leaflets.checks.rules.space_edge import space_edge
from leaflets.checks.rules.stale import stale
from leaflets.checks.rules.stand_in import stand_in
from leaflets.checks.rules.stranded_heading import stranded_heading
from leaflets.checks.rules.term import term
from leaflets.checks.rules.two_folders import two_folders
from leaflets.checks.rules.unknown_contact import unknown_contact
from leaflets.checks.rules.unlisted_language import unlisted_language
from leaflets.checks.rules.untranslated import untranslated
from leaflets.checks.rules.unused_contact import unused_contact
from leaflets.checks.rules.url import url
from leaflets.checks.rules.visible_ignorable import visible_ignorable
from leaflets.checks.rules.wrong_language import wrong_language

RULES = (
    missing_catalog,
    source_catalog,
    po_syntax,
    po_encoding,
    po_header,
    po_duplicate,
    po_conflict_marker,
    unknown_contact,
    bad_setting,
    two_folders,
    unlisted_language,
    unused_contact,
    contact_unverified,
    contact_expired,
    contact_language,
    header_language,
    header_plural,
    wrong_language,
    foreign_catalog,
    stale,
    obsolete,
    personal_data,
    inconsistent,
    untranslated,
    fuzzy,
    blank,
    plural_missing,
    plural_number,
    plural_same,
    bad_ignore,
    fact_missing,
    phone,
    url,
    email,
    number,
    digits_mixed,
    date_format,
    placeholder,
    markup,
    markup_entity,
    markup_printed,
    markup_unsafe,
    script_mixed,
    script_wrong,
    letters_locale,
    bidi_control,
    bidi_ltr_run,
    invisible,
    control_char,
    private_use,
    compat_forms,
    mojibake,
    nfc,
    same,
    length_ratio,
    end_punctuation,
    punctuation_locale,
    quotes_locale,
    brackets,
    space_edge,
    space_double,
    newline,
    repeated_word,
    term,
    overset,
    missing_glyph,
    dotted_circle,
    visible_ignorable,
    mixed_faces,
    heaped_marks,
    broken_word,
    shaping_font,
    stranded_heading,
    skipped_heading,
    number_near_edge,
    pale_text,
    stand_in,
)
