"""All rules of preflight, in the order in which they are told: file, colour, fonts, print, tags."""

from leaflets.preflight.rules.ambiguous_link import ambiguous_link
from leaflets.preflight.rules.annotation_on_print import annotation_on_print
from leaflets.preflight.rules.annotation_without_appearance import annotation_without_appearance
from leaflets.preflight.rules.artifact_in_tag import artifact_in_tag
from leaflets.preflight.rules.bad_blend_mode import bad_blend_mode
from leaflets.preflight.rules.bad_cid_font import bad_cid_font
from leaflets.preflight.rules.bad_contents_list import bad_contents_list
from leaflets.preflight.rules.bad_file_name import bad_file_name
from leaflets.preflight.rules.bad_header import bad_header
from leaflets.preflight.rules.bad_icc_profile import bad_icc_profile
from leaflets.preflight.rules.bad_language import bad_language
from leaflets.preflight.rules.bad_list import bad_list
from leaflets.preflight.rules.bad_metadata import bad_metadata
from leaflets.preflight.rules.bad_object_spacing import bad_object_spacing
from leaflets.preflight.rules.bad_output_profile import bad_output_profile
from leaflets.preflight.rules.bad_page_boxes import bad_page_boxes
from leaflets.preflight.rules.bad_rendering_intent import bad_rendering_intent
from leaflets.preflight.rules.bad_stream import bad_stream
from leaflets.preflight.rules.bad_tab_order import bad_tab_order
from leaflets.preflight.rules.bad_table import bad_table
from leaflets.preflight.rules.bad_table_of_objects import bad_table_of_objects
from leaflets.preflight.rules.black_knocks_out import black_knocks_out
from leaflets.preflight.rules.broken_parent_tree import broken_parent_tree
from leaflets.preflight.rules.coarse_image import coarse_image
from leaflets.preflight.rules.color_overprints import color_overprints
from leaflets.preflight.rules.colored_text import colored_text
from leaflets.preflight.rules.compressed_metadata import compressed_metadata
from leaflets.preflight.rules.data_after_end import data_after_end
from leaflets.preflight.rules.embedded_file import embedded_file
from leaflets.preflight.rules.encrypted import encrypted
from leaflets.preflight.rules.external_stream import external_stream
from leaflets.preflight.rules.figure_without_place import figure_without_place
from leaflets.preflight.rules.figure_without_text import figure_without_text
from leaflets.preflight.rules.font_not_embedded import font_not_embedded
from leaflets.preflight.rules.forbidden_action import forbidden_action
from leaflets.preflight.rules.forbidden_annotation import forbidden_annotation
from leaflets.preflight.rules.forbidden_catalog_entry import forbidden_catalog_entry
from leaflets.preflight.rules.forbidden_filter import forbidden_filter
from leaflets.preflight.rules.forbidden_image_entry import forbidden_image_entry
from leaflets.preflight.rules.forbidden_permission import forbidden_permission
from leaflets.preflight.rules.forbidden_unicode_text import forbidden_unicode_text
from leaflets.preflight.rules.forbidden_xobject import forbidden_xobject
from leaflets.preflight.rules.glyph_not_in_font import glyph_not_in_font
from leaflets.preflight.rules.hairline import hairline
from leaflets.preflight.rules.hidden_annotation import hidden_annotation
from leaflets.preflight.rules.hidden_title import hidden_title
from leaflets.preflight.rules.incomplete_cid_set import incomplete_cid_set
from leaflets.preflight.rules.inherited_resources import inherited_resources
from leaflets.preflight.rules.interactive_form import interactive_form
from leaflets.preflight.rules.limit_exceeded import limit_exceeded
from leaflets.preflight.rules.many_inks_in_small_text import many_inks_in_small_text
from leaflets.preflight.rules.marks_in_bleed import marks_in_bleed
from leaflets.preflight.rules.metadata_disagrees import metadata_disagrees
from leaflets.preflight.rules.missing_dates import missing_dates
from leaflets.preflight.rules.missing_metadata import missing_metadata
from leaflets.preflight.rules.mixed_headings import mixed_headings
from leaflets.preflight.rules.name_not_ascii import name_not_ascii
from leaflets.preflight.rules.narrow_bleed import narrow_bleed
from leaflets.preflight.rules.no_file_id import no_file_id
from leaflets.preflight.rules.no_language import no_language
from leaflets.preflight.rules.no_metadata import no_metadata
from leaflets.preflight.rules.no_output_intent import no_output_intent
from leaflets.preflight.rules.no_pdfa_claim import no_pdfa_claim
from leaflets.preflight.rules.no_pdfua_claim import no_pdfua_claim
from leaflets.preflight.rules.no_pdfx_claim import no_pdfx_claim
from leaflets.preflight.rules.no_structure import no_structure
from leaflets.preflight.rules.no_title import no_title
from leaflets.preflight.rules.no_unicode_text import no_unicode_text
from leaflets.preflight.rules.not_marked import not_marked
from leaflets.preflight.rules.notdef_shown import notdef_shown
from leaflets.preflight.rules.note_without_id import note_without_id
from leaflets.preflight.rules.number_near_edge import number_near_edge
from leaflets.preflight.rules.odd_hex_string import odd_hex_string
from leaflets.preflight.rules.optional_content import optional_content
from leaflets.preflight.rules.overprint_of_icc import overprint_of_icc
from leaflets.preflight.rules.private_use_text import private_use_text
from leaflets.preflight.rules.ragged_table import ragged_table
from leaflets.preflight.rules.separations_disagree import separations_disagree
from leaflets.preflight.rules.shared_form import shared_form
from leaflets.preflight.rules.simple_font import simple_font
from leaflets.preflight.rules.skipped_heading import skipped_heading
from leaflets.preflight.rules.suspect_tags import suspect_tags
from leaflets.preflight.rules.tag_without_parent import tag_without_parent
from leaflets.preflight.rules.too_much_ink import too_much_ink
from leaflets.preflight.rules.transfer_function import transfer_function
from leaflets.preflight.rules.transparent import transparent
from leaflets.preflight.rules.undeclared_metadata import undeclared_metadata
from leaflets.preflight.rules.undefined_operator import undefined_operator
from leaflets.preflight.rules.undescribed_annotation import undescribed_annotation
from leaflets.preflight.rules.unfilled_bleed import unfilled_bleed
from leaflets.preflight.rules.unknown_role import unknown_role
from leaflets.preflight.rules.unknown_trapping import unknown_trapping
from leaflets.preflight.rules.unlabelled_cell import unlabelled_cell
from leaflets.preflight.rules.unnumbered_list import unnumbered_list
from leaflets.preflight.rules.untagged_annotation import untagged_annotation
from leaflets.preflight.rules.untagged_content import untagged_content
from leaflets.preflight.rules.unusual_image_filter import unusual_image_filter
from leaflets.preflight.rules.white_overprints import white_overprints
from leaflets.preflight.rules.wrong_color_space import wrong_color_space
from leaflets.preflight.rules.wrong_output_intent import wrong_output_intent
from leaflets.preflight.rules.wrong_width import wrong_width

RULES = (
    bad_header,
    no_file_id,
    encrypted,
    data_after_end,
    bad_table_of_objects,
    odd_hex_string,
    bad_stream,
    external_stream,
    forbidden_filter,
    unusual_image_filter,
    name_not_ascii,
    bad_object_spacing,
    forbidden_permission,
    limit_exceeded,
    undefined_operator,
    inherited_resources,
    no_output_intent,
    wrong_output_intent,
    bad_output_profile,
    wrong_color_space,
    bad_icc_profile,
    separations_disagree,
    overprint_of_icc,
    transfer_function,
    bad_rendering_intent,
    forbidden_image_entry,
    forbidden_xobject,
    bad_blend_mode,
    transparent,
    font_not_embedded,
    glyph_not_in_font,
    notdef_shown,
    wrong_width,
    bad_cid_font,
    incomplete_cid_set,
    simple_font,
    no_unicode_text,
    forbidden_unicode_text,
    private_use_text,
    no_metadata,
    compressed_metadata,
    bad_metadata,
    undeclared_metadata,
    no_pdfx_claim,
    no_pdfua_claim,
    no_pdfa_claim,
    no_title,
    missing_metadata,
    missing_dates,
    metadata_disagrees,
    unknown_trapping,
    hidden_title,
    bad_page_boxes,
    narrow_bleed,
    unfilled_bleed,
    annotation_on_print,
    forbidden_action,
    optional_content,
    embedded_file,
    interactive_form,
    forbidden_catalog_entry,
    marks_in_bleed,
    colored_text,
    many_inks_in_small_text,
    black_knocks_out,
    white_overprints,
    color_overprints,
    too_much_ink,
    coarse_image,
    hairline,
    number_near_edge,
    bad_file_name,
    not_marked,
    artifact_in_tag,
    untagged_content,
    suspect_tags,
    unknown_role,
    no_structure,
    tag_without_parent,
    broken_parent_tree,
    no_language,
    bad_language,
    bad_table,
    ragged_table,
    bad_list,
    unnumbered_list,
    bad_contents_list,
    figure_without_text,
    figure_without_place,
    skipped_heading,
    mixed_headings,
    unlabelled_cell,
    note_without_id,
    untagged_annotation,
    undescribed_annotation,
    ambiguous_link,
    bad_tab_order,
    forbidden_annotation,
    hidden_annotation,
    annotation_without_appearance,
    shared_form,
)
"""Explicit; a test compares it with the folder."""
