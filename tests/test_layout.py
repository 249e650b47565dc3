"""Which part of a page is which: each page below is shown line by line with the kind that a reader gives the line."""

from __future__ import annotations

import datetime

import pytest

from diplomatic_readouts.reading.layout import Layout, read_layout
from diplomatic_readouts.reading.source import text_source

LEAD = "On June 3, 2024, Foreign Minister Lin Tao met with Peruvian Foreign Minister Marta Quiroga in Beijing."
WORDS = "Lin Tao said that the two countries are old friends and that trade between them has grown every year."


def layout_of(text: str, name: str = "page.txt") -> Layout:
    return read_layout(text_source(text, name))


def assert_layout(account: str, name: str = "page.txt") -> Layout:
    """Check the kind of every line ("kind | line"); a line with no kind goes on with the one above."""
    lines = [line.partition("|") for line in account.strip("\n").splitlines()]
    text = "\n".join(rest.removeprefix(" ") for _, _, rest in lines)
    expected: list[tuple[str, str]] = []
    for kind, _, line in lines:
        if kind.strip():
            expected.append((kind.strip(), line.strip()))
        elif line.strip():
            expected[-1] = (expected[-1][0], f"{expected[-1][1]}\n{line.strip()}")
    layout = layout_of(text, name)
    found = [(s.kind, text[s.start : s.end].strip()) for s in layout.segments if s.kind != "blank"]
    assert found == expected
    return layout


# ---------------------------------------------------------------------------------------------------- breadcrumbs


def test_a_page_opens_with_a_breadcrumb_and_its_headline() -> None:
    layout = assert_layout(f"""
breadcrumb | Home > China News
title      | Lin Tao Meets with Peruvian Foreign Minister Marta Quiroga
           |
paragraph  | {LEAD}
           |
footer     | <Suggest to a friend>
""")
    assert layout.name == "breadcrumb"


def test_a_breadcrumb_may_hold_no_break_spaces() -> None:
    assert_layout(f"""
breadcrumb | Home\xa0>\xa0China News
title      | Lin Tao Meets with Marta Quiroga of Peru
paragraph  | {LEAD}
""")


@pytest.mark.parametrize("line", ["Home | Diplomacy", "Topics > High-level Visits > 2022", "Home » Press » Statements"])
def test_a_topic_path_is_a_breadcrumb(line: str) -> None:
    layout = layout_of(f"{line}\nLin Tao Meets with Marta Quiroga\n\n{LEAD}\n")
    assert [b.text for b in layout.breadcrumbs] == [line]


@pytest.mark.parametrize("line", ["Foreign Affairs Headlines", "News & Information", "English | Français | Español"])
def test_a_rubric_or_a_bar_of_languages_is_navigation(line: str) -> None:
    assert_layout(f"""
navigation | {line}
title      | Lin Tao Meets with Marta Quiroga
           |
paragraph  | {LEAD}
""")


def test_a_site_menu_above_the_headline_is_navigation() -> None:
    assert_layout(f"""
navigation | The Minister
navigation | Speeches
navigation | Press and Media Service
navigation | Countries and Regions
title      | Lin Tao Speaks by Phone with Marta Quiroga of Peru
           |
paragraph  | {LEAD}
""")


# ------------------------------------------------------------------------------------------------------- mastheads


def test_a_masthead_has_two_lines() -> None:
    layout = assert_layout(f"""
masthead   | Ministry of Foreign Affairs
masthead   | The People’s Republic of China
title      | Lin Tao on Building Closer Ties with Peru
stamp      | Updated: May 13, 2025 23:00
           |
paragraph  | {LEAD}
""")
    assert layout.name == "masthead"


def test_an_embassy_is_a_masthead() -> None:
    layout = layout_of(f"Embassy of the Republic of Peru in Japan\nA Day in Osaka and Kobe\n\n{LEAD}")
    assert [m.text for m in layout.mastheads] == ["Embassy of the Republic of Peru in Japan"]


# ---------------------------------------------------------------------------------------------------------- stamps


@pytest.mark.parametrize(
    "stamp",
    [
        "(2023-04-13 23:55)",
        "2023-04-13 23:55",
        "16:50, April 13, 2023",
        "Apr 13, 2023",
        "2023/04/13",
        "04/13/2023 | Press release",
    ],
)
def test_a_stamp_under_the_headline_gives_the_day_of_publication(stamp: str) -> None:
    layout = layout_of(f"Lin Tao Meets with Marta Quiroga\n{stamp}\n\n{LEAD}")
    assert layout.published is not None
    assert layout.published.date == datetime.date(2023, 4, 13)


def test_a_stamp_may_stand_over_the_headline() -> None:
    layout = assert_layout(f"""
stamp      | Jan 19, 2018
           |
title      | Time to sail together
           |
paragraph  | {LEAD}
""")
    assert layout.published is not None


def test_a_stamp_may_stand_at_the_very_end() -> None:
    layout = layout_of(f"Lin Tao Meets with Marta Quiroga\n\n{LEAD}\n\n{WORDS}\n\nPublished 17 May 2010")
    assert layout.published is not None
    assert layout.published.date == datetime.date(2010, 5, 17)
    assert len(layout.paragraphs) == 2


def test_an_updated_stamp_is_no_day_of_publication() -> None:
    layout = layout_of(f"Lin Tao Meets with Marta Quiroga\nUpdated: May 21, 2022 11:47 Xinhua\n\n{LEAD}")
    assert layout.published is None
    assert layout.updated is not None
    assert (layout.updated.date, layout.updated.time) == (datetime.date(2022, 5, 21), "11:47")


def test_the_stamp_printed_with_the_article_goes_before_a_collectors() -> None:
    layout = assert_layout(f"""
stamp      | date 2024-06-06 Politics
title      | Lin Tao Meets with Marta Quiroga
stamp      | 2024/06/04
paragraph  | {LEAD}
""")
    assert layout.published is not None
    assert layout.published.date == datetime.date(2024, 6, 4)


def test_a_collectors_stamp_counts_where_no_other_is() -> None:
    layout = layout_of(f" date 2018-11-23 Headline\nLin Tao Meets with Marta Quiroga\n{LEAD}")
    assert layout.published is not None
    assert layout.published.date == datetime.date(2018, 11, 23)


def test_a_page_may_have_no_stamp() -> None:
    assert layout_of(f"Lin Tao Meets with Marta Quiroga\n\n{LEAD}").published is None


# ---------------------------------------------------------------------------------------------------------- titles


def test_a_page_may_have_no_title() -> None:
    assert layout_of(f"2024/06/04\n{LEAD}\n{WORDS}").title is None


def test_a_headline_with_a_claim_behind_a_colon_is_a_title() -> None:
    layout = layout_of(f"Home > China News\nLin Tao: The Port Is a Choice of Both Peoples\n\n{LEAD}")
    assert layout.title is not None
    assert layout.title.text == "Lin Tao: The Port Is a Choice of Both Peoples"


def test_a_markdown_heading_is_the_title_without_its_marks() -> None:
    layout = layout_of(f"Skip to main content\n\n# Readout of the call with Minister Quiroga\n\n{LEAD}", "page.md")
    assert layout.title is not None
    assert layout.title.text == "Readout of the call with Minister Quiroga"


# --------------------------------------------------------------------------------------------- markdown, wrapped


WRAPPED = """---
title: "Minister Lin meets Minister Quiroga"
first_published_at: 2024-06-04T15:42:00.000+01:00
organisations:
  - Ministry of Foreign Affairs of Peru
---

# Minister Lin meets Minister Quiroga

On June 3, 2024, Foreign Minister Lin Tao met with the Peruvian
Foreign Minister Marta Quiroga in Beijing, where both had come
for a meeting of the ministers of the countries around the wide
ocean.

Marta Quiroga said that the two countries are old friends and that
trade between them has grown in every single year.
"""


def test_front_matter_is_no_body() -> None:
    layout = layout_of(WRAPPED, "page.md")
    assert layout.name == "front_matter"
    assert layout.segments[0].kind == "front_matter"
    assert WRAPPED[: layout.segments[0].end].rstrip().endswith("---")


def test_wrapped_lines_are_one_paragraph() -> None:
    paragraphs = [WRAPPED[p.start : p.end] for p in layout_of(WRAPPED, "page.md").paragraphs]
    assert [p[:9] for p in paragraphs] == ["On June 3", "Marta Qui"]
    assert paragraphs[0].endswith("wide\nocean.")


def test_front_matter_dates_the_page() -> None:
    layout = layout_of(WRAPPED, "page.md")
    assert layout.published is not None
    assert (layout.published.date, layout.published.span.start) == (datetime.date(2024, 6, 4), None)


# -------------------------------------------------------------------------------------------------- footers, rest


@pytest.mark.parametrize(
    "line",
    [
        "<Suggest to a friend>",
        "<Suggest To A Friend>",
        "Suggest to a friend:",
        "[Suggest to a Friend]",
        "Related News",
        "Copyright©2024 All rights reserved.",
        "Back to Index",
        "###",
        "\\###",
        "# # #",
        "(Web editor: Luo Min, Tang Rui)",
        "Leave a Reply",
    ],
)
def test_a_footer_ends_the_body(line: str) -> None:
    layout = layout_of(f"Lin Tao Meets with Marta Quiroga\n\n{LEAD}\n\n{line}\n\n{WORDS}\n")
    assert len(layout.paragraphs) == 1
    assert "footer" in {s.kind for s in layout.segments}


def test_address_lines_after_the_footer_are_footer() -> None:
    assert_layout(f"""
title      | Lin Tao Meets with Marta Quiroga
           |
paragraph  | {LEAD}
           |
footer     | Related News
footer     | Premier Gu arrives in Oslo for a visit
footer     | Address: 12 Hillside Lane
""")


def test_a_byline_under_the_headline_names_the_author() -> None:
    layout = layout_of(f"A Friendship Worth Watering\nBy Tan Weiguo, Chinese Ambassador to Belize\n\n{LEAD}")
    assert layout.byline is not None
    assert layout.byline.text == "By Tan Weiguo, Chinese Ambassador to Belize"


def test_a_sentence_that_opens_with_by_is_no_byline() -> None:
    text = f"Lin Tao Meets with Marta Quiroga\n\n{LEAD}\n\nBy the end of the year the port of Ilo will be open."
    layout = layout_of(text)
    assert layout.byline is None
    assert len(layout.paragraphs) == 2


def test_a_photo_caption_is_no_body() -> None:
    layout = layout_of(
        f"Lin Tao Meets with Marta Quiroga\n\n{LEAD}\n\nThe two ministers shake hands. (Photo by Fu Lan)\n"
    )
    assert [s.kind for s in layout.segments if s.kind in ("paragraph", "caption")] == ["paragraph", "caption"]


def test_a_line_printed_twice_is_a_caption_the_second_time() -> None:
    caption = "Lin Tao shakes hands with Marta Quiroga in Beijing on June 3, 2024."
    text = f"Lin Tao Meets with Marta Quiroga\n\n{LEAD}\n\n{caption}\n\n{WORDS}\n\n{caption}\n"
    assert [text[p.start : p.end] for p in layout_of(text).paragraphs].count(caption) <= 1


def test_a_list_of_those_present_is_one_paragraph() -> None:
    text = (
        f"Lin Tao Meets with Marta Quiroga\n\n{LEAD}\n\nThose present at the meeting:\n"
        "- Ana Beltrán, Vice Minister of Trade\n- Qu Hua, Director-General\n\n"
    )
    layout = layout_of(text)
    assert layout.paragraphs[-1].is_list
    assert text[layout.paragraphs[-1].start :].startswith("Those present")
    assert len(layout.paragraphs) == 2


def test_a_short_heading_inside_the_body_is_not_lost() -> None:
    text = f"Lin Tao Meets with Marta Quiroga\n\n{LEAD}\n\nOn trade\n\n{WORDS}\n"
    layout = layout_of(text)
    assert "".join(text[s.start : s.end] for s in layout.segments) == text


def test_plain_text_has_one_paragraph_a_line() -> None:
    layout = layout_of(f"2024/06/04\n{LEAD}\n{WORDS}\n")
    assert len(layout.paragraphs) == 2
    assert layout.name == "stamped"


def test_the_segments_joined_are_the_text() -> None:
    text = f"  Home > China News \n\n\n{LEAD}\n \n\xa0{WORDS}\n\n###\n\n"
    assert "".join(text[s.start : s.end] for s in layout_of(text).segments) == text


def test_a_hundred_lines_of_menu_are_navigation() -> None:
    menu = "\n".join(f"Mission No {n}" for n in range(100))
    text = f"{menu}\nHome > China News\nLin Tao Meets with Marta Quiroga\n\n{LEAD}\n"
    layout = layout_of(text)
    assert layout.title is not None
    assert layout.title.text == "Lin Tao Meets with Marta Quiroga"
    assert [text[p.start : p.end] for p in layout.paragraphs] == [LEAD]


@pytest.mark.parametrize(
    "title",
    [
        "President Arias of Belize Meets with Lin Tao",
        "Lin Tao Meets with Marta Quiroga of Peru, Stressing to Keep Ports Open",
        "Ana Beltrán: A Friendship Worth Watering",
        "Is the Sea Wide Enough?",
    ],
)
def test_a_headline_may_have_many_forms(title: str) -> None:
    layout = layout_of(f"Home > China News\n{title}\n2024/06/04\n\n{LEAD}\n")
    assert layout.title is not None
    assert layout.title.text == title


def test_a_comment_widget_is_footer() -> None:
    text = f"A Meeting in Beijing\n\n{LEAD}\n\nComments\n* Your name\n* Your e-mail\nWrite your comment\n"
    assert [text[p.start : p.end] for p in layout_of(text).paragraphs] == [LEAD]


def test_dots_or_a_rule_end_the_body() -> None:
    text = f"A Meeting in Beijing\n\n{LEAD}\n\n* * *\n\n{WORDS}\n"
    assert "".join(text[s.start : s.end] for s in layout_of(text).segments) == text


@pytest.mark.parametrize(
    "sentence",
    [
        "Topics of mutual interest were also discussed at the talks.",
        "Share the benefits of growth with all.",
        "Source of life and work, the sea was praised by both.",
    ],
)
def test_a_sentence_that_opens_like_a_footer_is_body(sentence: str) -> None:
    text = f"A Meeting in Beijing\n\n{LEAD}\n\n{sentence}\n\n{WORDS}\n"
    assert [text[p.start : p.end] for p in layout_of(text).paragraphs] == [LEAD, sentence, WORDS]


# ---------------------------------------------------------------------------------- wrapped numbers, thanks, datelines


def test_a_wrapped_line_that_begins_with_a_number_is_no_item() -> None:
    text = WRAPPED.replace(
        "Marta Quiroga said", "Marta Quiroga had come to Beijing with seven ships on May\n31. She said"
    )
    paragraphs = [text[p.start : p.end] for p in layout_of(text, "page.md").paragraphs]
    assert len(paragraphs) == 2
    assert "May\n31. She said" in paragraphs[1]


def test_a_numbered_line_behind_a_full_stop_is_an_item() -> None:
    numbered = (
        "The ministers made two proposals.\n1. The two sides should build ports.\n2. They should train more pilots."
    )
    text = WRAPPED.replace("Marta Quiroga said", f"{numbered}\n\nMarta Quiroga said")
    openings = [text[p.start : p.end][:9] for p in layout_of(text, "page.md").paragraphs]
    assert openings == ["On June 3", "The minis", "1. The tw", "2. They s", "Marta Qui"]


@pytest.mark.parametrize("thanks", ["Thank you.", "Thank you all!", "Once again, thank you very much."])
def test_thanks_that_close_a_speech_are_body(thanks: str) -> None:
    text = f"Remarks by Ambassador Fu Lan at the Port\n\n{LEAD}\n\n{thanks}\n"
    assert [text[p.start : p.end] for p in layout_of(text).paragraphs] == [LEAD, thanks]


def test_thanks_in_a_menu_are_no_body() -> None:
    text = f"Thank You Notes\nHome > China News\nLin Tao Meets with Marta Quiroga\n\n{LEAD}\n"
    assert [text[p.start : p.end] for p in layout_of(text).paragraphs] == [LEAD]


def test_a_line_with_city_and_day_under_the_headline_is_where_a_speech_was_given() -> None:
    layout = layout_of(f"Remarks by Ambassador Fu Lan at the Port\n(Lima, May 3, 2019)\n\n{WORDS}\n")
    assert layout.published is None
    assert layout.spoken is not None
    assert layout.spoken.place is not None
    assert (layout.spoken.date, layout.spoken.place.text) == (datetime.date(2019, 5, 3), "Lima")


def test_the_day_of_publication_stands_beside_that_of_the_speech() -> None:
    layout = layout_of(f"Remarks by Ambassador Fu Lan at the Port\n2019-05-06\n(Lima, May 3, 2019)\n\n{WORDS}\n")
    assert layout.published is not None
    assert layout.published.date == datetime.date(2019, 5, 6)
    assert layout.spoken is not None
    assert layout.spoken.date == datetime.date(2019, 5, 3)


def test_a_menu_of_links_is_a_breadcrumb() -> None:
    menu = "Home | The Ambassador | About China | Consular Services"
    layout = layout_of(f"{menu}\nA Gift of Books for Schools\n\n{LEAD}\n")
    assert [b.text for b in layout.breadcrumbs] == [menu]


@pytest.mark.parametrize("line", ["May 3, 2019, Lima", "(3 May 2019, Lima)"])
def test_the_day_may_stand_before_the_city_where_a_speech_was_given(line: str) -> None:
    layout = layout_of(f"Remarks by Ambassador Fu Lan at the Port\n{line}\n\n{WORDS}\n")
    assert layout.title is not None
    assert layout.title.text == "Remarks by Ambassador Fu Lan at the Port"
    assert layout.spoken is not None
    assert layout.spoken.date == datetime.date(2019, 5, 3)


def test_a_notice_of_the_archive_is_no_body_though_it_is_wrapped() -> None:
    notice = (
        "This is historical material “frozen in time”. The website is no longer\nupdated and links to external websites and "
        "some internal pages may not\nwork."
    )
    wrapped = (
        "President Joan Brown spoke today with President Luis Arias of Peru to\nthank him for the help that his country gave "
        "after the storm of last\nmonth. They discussed trade, ports and the summit that Lima will host\nnext spring."
    )
    layout = layout_of(f"{notice}\n\n{wrapped}\n")
    assert len(layout.paragraphs) == 1


def test_a_headline_of_two_lines_is_one() -> None:
    layout = assert_layout(f"""
breadcrumb | Home > China News
title      | Hand in Hand
title      | ——Minister Lin Tao Talks About His Visits
stamp      | 2024-06-04
paragraph  | {LEAD}
""")
    assert layout.title is not None
    assert layout.title.text == "Hand in Hand\n——Minister Lin Tao Talks About His Visits"


def test_a_line_in_brackets_under_the_headline_is_none() -> None:
    layout = layout_of(f"Remarks by Ambassador Qu Hua at the School\n(9:30a.m, 14, March,Lakeview School)\n\n{LEAD}\n")
    assert layout.title is not None
    assert layout.title.text == "Remarks by Ambassador Qu Hua at the School"


@pytest.mark.parametrize(
    "line",
    ["Time: 2024-06-04    Source: Ministry of Foreign Affairs of Peru", "2024-06-04      Source: www.ports.gov.cn"],
)
def test_a_stamp_may_name_its_source(line: str) -> None:
    layout = layout_of(f"Lin Tao Meets with Marta Quiroga\n{line}\n\n{LEAD}\n")
    assert layout.published is not None
    assert layout.published.date == datetime.date(2024, 6, 4)


def test_a_line_that_tells_the_lead_again_is_a_caption() -> None:
    assert_layout(f"""
title     | Ambassador Qu Hua Meets a Team
paragraph | Ambassador Qu Hua met with Mr. Bo Wen, Director of the Ports Institute, and other members of the survey.
caption   | Ambassador Qu Hua met with Mr. Bo Wen of the Ports Institute in the garden
paragraph | {WORDS}
""")


def test_the_last_words_of_a_speech_are_body() -> None:
    assert_layout(f"""
title     | Address by Ambassador Qu Hua
paragraph | I am glad to be here among so many friends of our two countries today.
paragraph | {WORDS}
paragraph | May God bless Peru!
paragraph | Cheers!
footer    | Suggest to a friend
""")


def test_who_syndicates_or_archives_a_page_stands_below_it() -> None:
    assert_layout(f"""
navigation | Ana Prado photo
title      | Readout of the President's Call
paragraph  | {WORDS}
footer     | Ana Prado, Readout of the President's Call Online by A. Lamb and B. Fane, The American Presidency Project
""")


@pytest.mark.parametrize(
    "line",
    [
        "For Immediate Release                       June 4, 2024",
        "Updated: June 4,2024 9:12 PM     english.gov.cn",
        "Source:gov.cn Published: 2024/6/4 14:31:17",
        "XinhuaUpdated: June 4, 2024",
        "Updated: June 4, 2024 16:08(From Chinese Embassy in Peru)",
        "06/04/2024 | Press release | Archived content",
    ],
)
def test_stamps_of_offices_and_agencies(line: str) -> None:
    layout = layout_of(f"Lin Tao Meets with Marta Quiroga\n{line}\n\n{LEAD}\n")
    stamp = layout.published or layout.updated
    assert stamp is not None
    assert stamp.date == datetime.date(2024, 6, 4)


def test_a_press_services_page() -> None:
    assert_layout(f"""
masthead   | Ministry of Foreign Affairs of the People's Republic of China

stamp      | 06/04/2024 | Press release | Archived content

title      | Chinese Embassy in Peru Holds Briefing on the Ports of the Coast and Opening of the Photo Show on [...]

paragraph  | {LEAD}

footer     | The Ministry published this content on June 4, 2024, and is solely responsible for the information contained herein.
""")


def test_salutations_behind_a_foreword_are_no_body() -> None:
    assert_layout("""
title      | Remarks by Ambassador Qu Hua at the Reception

paragraph  | On June 3, 2024, Ambassador Qu Hua gave a reception in Lima, and his remarks read as follows:

navigation | Honourable Ana Prado MP, Minister of Culture, Member of the Council for the Arts and Leader of the House of the Senate,
navigation | Mr. Luis Arias, Leader of the Opposition,
paragraph  | I thank you all for coming to this reception tonight.
""")


def test_a_day_in_words_and_brackets_is_that_of_the_speech() -> None:
    layout = layout_of(f"Remarks at the Opening of the Port\n\n(19th May 2016)\n\n{WORDS}\n")
    assert (layout.published, layout.spoken and layout.spoken.date) == (None, datetime.date(2016, 5, 19))


def test_a_stamp_glued_to_the_text_is_a_stamp() -> None:
    layout = layout_of(f"Lin Tao Meets with Marta Quiroga\n\n2024-06-04 15:42{LEAD}\n")
    assert layout.published is not None
    assert layout.published.date == datetime.date(2024, 6, 4)
    assert len(layout.paragraphs) == 1


def test_a_headline_may_end_with_junior() -> None:
    layout = layout_of(f"Chinese Ambassador Qu Hua Meets with Minister for Energy Luis Arias Jr.\n\n{LEAD}\n")
    assert layout.title is not None
    assert layout.title.text.endswith("Jr.")


@pytest.mark.parametrize("label", ["Last updated: ", "Posted on "])
def test_a_labelled_day_in_brackets_is_that_of_the_page(label: str) -> None:
    layout = layout_of(f"Remarks at the Opening of the Port\n\n({label}May 19, 2016)\n\n{WORDS}\n")
    assert layout.spoken is None


def test_a_minister_is_greeted_by_office_and_name() -> None:
    assert_layout(f"""
title      | Remarks by Ambassador Qu Hua at the Reception

navigation | Minister Kavanagh,

navigation | Lord Mayor Brannigan,

paragraph  | {WORDS}
""")
