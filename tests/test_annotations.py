"""A sentence with its speaker becomes a Statement: everything that it is annotated with, brought together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Verb
from diplomatic_readouts.reading.annotations import annotate, is_reported_by_other_side, make_statement
from diplomatic_readouts.reading.attribution import Scene
from diplomatic_readouts.reading.sides import find_side, find_sides
from diplomatic_readouts.records import Mention
from diplomatic_readouts.records.vocabulary import Basis
from spoken import PEOPLE, said, scene

READOUT = "chn-2024-05-02-0123456789ab"


def test_a_statement_carries_speaker_words_and_annotations() -> None:
    text = "Marta Quiroga said that Peru adheres to the one-China principle."
    made = make_statement(READOUT, 3, said(text, "PER", "named", "said"), scene(), ())
    assert made.id == f"{READOUT}/003"
    assert (made.speaker, made.speaker_name, made.speaker_country) == ("p2", "Marta Quiroga", "PER")
    assert made.acts == ("position",)
    assert made.topics == ("taiwan",)
    assert [(f.id, f.holder) for f in made.formulas] == [("one_china_principle", "PER")]
    assert made.text == text


def test_mentions_are_kept_as_they_were_found() -> None:
    found = Mention(start=40, end=44, text="Peru", kind="country", value="PER")
    assert make_statement(READOUT, 1, said("Peru trades."), scene(), (found,)).mentions == (found,)


def test_the_publishers_own_words_are_not_the_other_sides() -> None:
    assert is_reported_by_other_side(said("We agree.", "CHN"), scene()) is False


def test_the_counterparts_words_are_reported_by_the_other_side() -> None:
    assert is_reported_by_other_side(said("We agree.", "PER"), scene()) is True


def test_an_organizations_words_are_reported_by_the_other_side() -> None:
    words = replace(said("We agree.", None), organization="European Union")
    assert is_reported_by_other_side(words, scene()) is True


def test_nobodys_words_are_reported_by_no_side() -> None:
    assert is_reported_by_other_side(said("The two sides met.", None, "narrator"), scene()) is None


def test_an_unknown_publisher_reports_for_no_side() -> None:
    nowhere = Scene(kind="meeting", publisher=None, parties=("PER",))
    assert is_reported_by_other_side(said("We agree.", "PER"), nowhere) is None


def test_a_name_a_demonym_and_a_capital_all_name_a_side() -> None:
    found = find_sides("Chile, the Chilean side and Santiago")
    assert [(m.value.code, m.value.manner) for m in found] == [("CHL", "name"), ("CHL", "demonym"), ("CHL", "capital")]


def test_dollars_name_no_side() -> None:
    assert find_sides("US$ 5 million or 5 million U.S. dollars") == []


def test_no_words_name_no_side() -> None:
    assert find_side(None) is None


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(
            list("China and Peru will, support “the” one-China's 2 billion yuan loan.\n\u00a0;İ🌊")
        )
    )
)
def test_any_words_at_all_give_spans_that_hold(words: str) -> None:
    """Every span of a statement is exactly its words, whatever was said."""
    spoken = said(f"{words}.", "PER")
    made = make_statement(READOUT, 1, spoken, scene(), ())
    for span in (*made.formulas, *made.pledges):
        assert spoken.sentence.text[span.start - 40 : span.end - 40] == span.text
        assert span.text
    assert made.acts
    assert len(made.topics) <= 3


# ------------------------------------------------------------------------------------------------- a reader's labels

SENTENCES = """
CHN named said | assert evaluate | bilateral_ties |
Lin Tao said that over the past five decades China-Peru relations have kept growing in a steady way, and that
cooperation in all fields has yielded fruitful results.

CHN continued | (position) (assert) commit | bilateral_ties | high_level_exchanges:CHN
China views its ties with Peru from a strategic and long-term perspective, and stands ready to keep up the momentum
of high-level exchanges.

CHN continued | commit | trade |
We will open our door ever wider and share the opportunities of our vast market with the Peruvian people.

CHN continued | thank | sovereignty (bilateral_ties) | core_interests:PER
China thanks Peru for its firm support on issues bearing on China's core interests.

CHN continued | propose | bilateral_ties (development) | political_mutual_trust:CHN practical_cooperation:CHN
Both sides need to deepen political mutual trust, tap the potential of practical cooperation, and bring more
benefits to the two peoples.

CHN continued | request | investment_finance |
China hopes that the Peruvian side will provide a fair, transparent and non-discriminatory business environment for
Chinese companies.

CHN continued | position (assert) | taiwan (sovereignty) | taiwan_question:CHN
The Taiwan question is purely an internal matter of China and brooks no foreign meddling.

PER named noted | assert position | bilateral_ties taiwan | one_china_principle:PER
For her part, Marta Quiroga noted that Peru and China are close friends, and that her country will, as always, stick
to the one-China principle.

PER continued | evaluate | initiatives | belt_and_road:PER
Peru speaks highly of the Belt and Road Initiative, which has brought new vigour to the region.

PER continued | expect | mobility people_culture | people_to_people:PER
The Peruvian side looks forward to more direct flights and to closer people-to-people exchanges.

PER pronoun voiced | request | agriculture trade |
She voiced the hope that China would open its market to Peruvian mangoes and quinoa at an early date.

CHN pronoun stressed | position | global_governance | un_centred_order:CHN multilateralism:CHN
He stressed that all countries should practice true multilateralism and uphold the international system with the
United Nations at its core.

- joint agreed | agree | bilateral_ties development | high_level_exchanges:ALL development_synergy:ALL
The two sides agreed to maintain high-level exchanges and to dovetail their development strategies.

- joint believed | (position) (evaluate) | power_politics global_governance | anti_hegemony:ALL anti_unilateralism:ALL
Both sides believed that hegemonism and unilateralism run counter to the trend of the times and should be rejected.

- joint considered | evaluate | bilateral_ties |
Both sides considered the consultations candid, friendly and fruitful.

- narrator | narrate | bilateral_ties (global_governance) |
They also had an in-depth exchange of views on bilateral relations and on international and regional issues of
common interest.

- narrator | narrate | |
Officials of the Ministry of Trade and of the Department of Agriculture attended the meeting.

- narrator | narrate | |
Special Envoy Bao Ling accompanied him on the visit to Lima.

- narrator | narrate | |
At the invitation of Minister Quiroga, Lin Tao will pay an official visit to Peru from May 3 to 5.

- narrator | agree | trade agriculture |
After the talks, the two ministers witnessed the signing of a memorandum on the export of blueberries.

CHN author | assert | development |
Over the past four decades, more than 700 million people in China have been lifted out of poverty.

CHN author | thank | protocol |
I would like to extend my sincere gratitude to all friends who have made the long way to this hall tonight.

CHN author | greet | protocol |
On behalf of the Chinese Embassy, I wish to extend a warm welcome to all of you.

CHN author | greet | protocol |
Welcome to the reception in celebration of the National Day!

CHN author | greet | protocol |
I wish you all good health, happiness and every success.

CHN author | greet | protocol |
Good evening!

CHN author | assert | bilateral_ties | traditional_friendship:ALL
Distance has never kept true friends apart, and our relationship has grown from strength to strength.

CHN author | commit | health |
China will send another medical team to the island and help to upgrade its main hospital.

CHN author | expect | bilateral_ties |
I am convinced that the friendship between our two peoples will blossom in the years to come.

CHN author | evaluate | power_politics |
The accusations of certain politicians are sheer fabrication and have no basis in fact.

CHN author | position (assert) | sovereignty | non_interference:CHN
Hong Kong affairs are China's internal affairs, and no external forces are allowed to interfere in China's internal
affairs.

CHN author | request | sovereignty | non_interference:CHN
We urge the country concerned to respect facts, and to stop meddling in Hong Kong affairs and interfering in China's
internal affairs at once.

CHN author | position | power_politics |
China firmly opposes this and has made solemn representations.

CHN author | evaluate position | power_politics rights |
China strongly deplores and firmly rejects the smearing of its human rights record by the report.

CHN author | commit | power_politics |
China will take all necessary measures to firmly safeguard the lawful rights and interests of its companies.

CHN author | position | hotspots |
Dialogue and negotiation are the only viable way out of the Ukraine crisis.

USA named thanked | thank | mobility |
Vice President Dana Whitlock thanked President Rojas for his cooperation in addressing irregular migration.

USA pronoun thanked | thank | protocol |
The Vice President thanked the President for his warm hospitality.

USA pronoun noted | assert position | hotspots |
The President noted progress in the talks, and reiterated that the aggressor must withdraw its troops from Ukraine.

USA named congratulate | narrate greet | protocol rights |
President Whitlock spoke today with President-elect Rojas to congratulate him on his victory in a free and fair
election.

USA pronoun reaffirmed | position | bilateral_ties |
The Vice President reaffirmed the strong and enduring alliance between the United States and Peru.

USA pronoun expressed | evaluate | hotspots |
The President expressed deep concern about the escalating violence in Sudan.

USA pronoun condemned | evaluate request | hotspots |
The President condemned the coup and called for the immediate release of the elected leaders.

USA pronoun welcomed | evaluate | rights |
The Vice President welcomed President Castellan's focus on fighting gender-based violence.

USA pronoun welcomed | greet (narrate) | protocol |
The President welcomed Prime Minister Castellan to the White House.

USA pronoun called on | request | rights |
She called on the authorities to release all political prisoners without delay.

USA pronoun underscored | position | law_security |
He underscored the need for continued cooperation against fentanyl trafficking.

USA pronoun underscored | commit | law_security |
He underscored the commitment of the United States to work with regional partners to dismantle criminal networks.

USA pronoun announced | commit | health |
The Vice President announced that the United States will deliver an additional two million vaccine doses to the
region.

USA pronoun shared | commit | development |
The Vice President shared her government's commitment to provide further humanitarian assistance.

USA pronoun recognized | evaluate | governance rights |
She recognized Peru for its strong institutions and its long democratic tradition.

- joint shared | evaluate | hotspots |
The two leaders shared their deep concern about the humanitarian crisis in Venezuela.

- joint celebrated | evaluate | trade (bilateral_ties) |
The leaders celebrated the strong commercial ties between their countries.

- joint agreed | agree | |
They agreed to remain in close touch.

- joint reaffirmed | position | rights | democratic_values:ALL
The leaders reaffirmed their shared commitment to democracy and the rule of law.

- joint pledged | commit | environment |
The leaders pledged to work together to cut methane emissions.

- narrator | narrate | mobility |
The two leaders discussed the recent influx of unaccompanied children at the border.

- narrator | narrate | hotspots |
They consulted on how to counter the threat posed by North Korea.

- narrator | narrate | trade |
They exchanged views on how the two countries can expand two-way trade.

- narrator | narrate | |
The Vice President will travel to Panama on Thursday and meet with President Rojas.

- narrator | assert | bilateral_ties |
The visit will build on the close partnership between the two countries.

- narrator | narrate | |
Deputy National Security Advisor Alice Rice and Secretary of Homeland Security Noel Booker joined the call.

USA named reiterated | position | hotspots |
National Security Advisor Rice reiterated that Israel has the right to defend itself.

CHN named congratulated | greet narrate | protocol people_culture |
Ambassador Bao congratulated Minister Castellan on her new post, and they exchanged views on cooperation in
education.

CHN named said | assert | health (bilateral_ties) |
Ambassador Bao said that the two countries have stood side by side in the fight against COVID-19.

GRD named expressed | thank | protocol |
Minister Castellan expressed his deep appreciation to the Embassy for the generous gift.

GRD named expressed | thank | development (protocol) |
On behalf of her Government, she expressed the heartfelt gratitude of the people of Grenada for the donation of
office equipment.

GRD pronoun wished | request | people_culture |
She wished that China would continue to offer scholarships to young Grenadians.

GRD named added | evaluate | development infrastructure |
He added that the housing project completed with Chinese aid has made an outstanding contribution to the well-being
of local people.

- narrator | narrate | |
The Chinese Embassy held a reception to mark the Spring Festival.

- narrator | narrate | |
The panel was moderated by Professor Alan Thorpe.

- narrator | narrate | |
Question: What is China's comment on the statement of the Group of Seven?

- narrator | narrate | |
Ambassador Bao paid a farewell call on Governor-General Dame Edith Lamming.

CHN author | assert | technology |
China now files more patents for artificial intelligence and 5G than any other country.

CHN author | assert | governance |
The Third Plenary Session of the 20th Central Committee drew up a blueprint for further reform.

CHN author | position | initiatives | shared_future:CHN
What China seeks is to build a community with a shared future for mankind.

CHN author | position | power_politics | anti_hegemony:CHN
China will never seek hegemony or expansion.

CHN author | propose | bilateral_ties | equality_mutual_respect:CHN
Let us treat each other with mutual respect and carry our friendship forward.

CHN continued | propose | regional_forums |
China and LAC countries should make good use of the China-CELAC Forum and hold more meetings of its sub-forums.

CHN continued | position | regional_forums |
China supports Peru in hosting the APEC meetings next year.

CHN continued | commit | global_governance | coordination_in_multilateral_affairs:CHN
China is ready to strengthen communication and coordination with Peru in international affairs.

CHN continued | position | governance | development_path:CHN
China respects the development path chosen by the Peruvian people and supports Peru in exploring it.

CHN continued | commit position | law_security |
China is willing to support Peru in improving its capacity to fight terrorism and cyber crime.

CHN continued | assert | trade |
China has been Peru's largest trading partner for ten years in a row.

CHN continued | expect | infrastructure trade |
The new port will cut shipping time by ten days and give exports a strong boost.

CHN continued | position | global_governance | fairness_and_justice:CHN rules_and_international_law:CHN
What the world needs is fairness and justice, and respect for the purposes and principles of the UN Charter.

CHN continued | evaluate | power_politics | anti_hegemony:CHN
Building a "small yard with high fences" and stoking bloc confrontation is a dead end.

CHN continued | assert | power_politics | anti_unilateralism:CHN
The world economy is weighed down by rising protectionism.

CHN continued | commit | development initiatives | gdi:CHN
China stands ready to step up cooperation with Peru under the Global Development Initiative and to help it cut
poverty.

CHN continued | propose | energy minerals |
The two countries can foster new growth areas such as clean energy and critical minerals.

CHN continued | propose | defence (bilateral_ties) |
The two armed forces should keep up exchanges at all levels.

CHN continued | expect | bilateral_ties |
With joint efforts, the ties between the two countries will surely embrace a brighter future.

CHN named pointed out | (position) (assert) | hotspots |
Lin Tao pointed out that the root cause of the Gaza conflict is that the Palestinian people have long been denied
their right to a state.

CHN named emphasized | position | hotspots |
Lin Tao emphasized that the pressing task is an immediate ceasefire and the protection of civilians.

CHN named briefed | assert | governance |
Lin Tao briefed the Peruvian side on the outcomes of the Party congress.

CHN named expounded | position | taiwan |
Lin Tao expounded China's solemn position on Taiwan.

CHN named extended | greet | protocol |
Lin Tao extended congratulations on the 200th anniversary of the independence of Peru.

CHN named conveyed | greet | protocol |
Lin Tao conveyed the cordial greetings and best wishes of President Kuang to President Rojas.

CHN named expressed | greet position | protocol environment |
Lin Tao expressed sympathies over the floods, and said that China stands with the Peruvian people at this difficult
time.

PER named praised | evaluate | development |
Marta Quiroga praised China for its great success in eradicating poverty.

PER named attributed | assert | development |
Marta Quiroga attributed the progress of the project to the hard work of engineers of both countries.

PER named shared | assert | hotspots |
Marta Quiroga shared Peru's views on the situation in Haiti.

PER continued | commit | initiatives | gsi:PER
Peru is ready to take an active part in the Global Security Initiative.

PER continued | commit | trade investment_finance |
Peru is willing to expand cooperation with China in trade, investment and finance.

PER continued | position | rights | democratic_values:PER
Peru remains committed to democracy and human rights.

PER continued | position | sovereignty | sovereignty_and_territorial_integrity:PER
Peru firmly supports China in safeguarding its sovereignty and territorial integrity.

PER continued | evaluate | bilateral_ties | partnership:ALL
The comprehensive strategic partnership has become a fine example of solidarity between countries of different
sizes.

PER continued | assert | minerals environment |
Peru holds large reserves of copper, and its glaciers are melting fast because of global warming.

CHN named saying | narrate evaluate | bilateral_ties |
Lin Tao met the press together with Marta Quiroga, saying that the visit had been a complete success.

CHN named stated | assert position | global_governance | free_navigation:CHN
Lin Tao stated that there has never been any problem with freedom of navigation in these waters, and that China
upholds it.

CHN continued | assert | bilateral_ties | traditional_friendship:ALL
China and Peru are good friends and good partners that trust each other.

CHN continued | commit | mobility |
China has decided to grant visa-free entry to holders of ordinary Peruvian passports for stays of up to 30 days.

CHN continued | propose | people_culture |
The two sides should encourage more exchanges between universities, media, think tanks and sister cities.

CHN continued | position commit | global_governance (bilateral_ties) | south_south:CHN
China attaches great importance to the solidarity of the Global South and is ready to stand up for the common
interests of developing countries together with Peru.

CHN continued | position | investment_finance |
China encourages its companies to invest and do business in Peru.

CHN continued | assert | initiatives | belt_and_road:null
More than 150 countries have signed cooperation documents on the Belt and Road.

CHN continued | assert | trade (bilateral_ties) | mutual_benefit_win_win:ALL
China-Peru cooperation is mutual-beneficial in nature, and the free trade agreement has served both peoples well.

CHN continued | position | sovereignty (hotspots) | non_interference:CHN
China opposes any interference in the internal affairs of Venezuela under whatever pretext.

CHN named said | assert | bilateral_ties |
Yang Ruiting said that with the concerted efforts of the two sides, bilateral ties had witnessed rapid growth since
the two countries entered into diplomatic relations.

CHN named added | commit | bilateral_ties |
He added that China would work with Peru to lift relations to a higher level.

PER named said | position commit | bilateral_ties | high_level_exchanges:PER
Marta Quiroga said that Peru attached high importance to its relations with China and stood ready to increase
high-level contacts.

PER continued | position | taiwan | one_china_policy:PER
The Peruvian government would unswervingly pursue the one-China policy.

CHN pronoun expressed | request | people_culture (investment_finance) |
He expressed the hope that Peru would take effective measures to protect the safety of Chinese enterprises and
students.

- joint spoke highly of | evaluate agree | bilateral_ties |
The two sides spoke highly of the growth of bilateral relations and agreed to hold the next round of consultations
in Lima.

- joint vowed | commit | law_security |
The two sides vowed to join hands against cross-border crime and telecom fraud.

- narrator | narrate | |
Counselor Hu Mingde and First Secretary Bai Lu were also present.

- narrator | narrate | |
Prior to the talks, Lin Tao laid a wreath at the Monument to the Heroes.

- narrator | narrate | |
The two foreign ministers jointly met the press after the talks.

- narrator | assert | (bilateral_ties) (protocol) |
This is the first visit by a Chinese foreign minister to Peru in 12 years.

- narrator | agree | technology |
The two sides signed an agreement on cooperation in space technology.

- narrator | narrate | hotspots |
They also exchanged views on the Iranian nuclear issue and the situation in Afghanistan.

- narrator | narrate | |
The delegation will also visit Arequipa and Cusco.

CHN author | thank | protocol |
Thank you, Mr. Chairman, and thank you all for your kind attention.

CHN author | assert | people_culture |
Last year alone, more than 300 Peruvian students went to China on scholarships.

CHN author | assert | trade |
In 2023, two-way trade reached 37 billion US dollars, up by 12 percent year on year.

CHN author | propose | bilateral_ties |
Let us join hands and write a new chapter of China-Peru friendship.

CHN author | evaluate | health |
The doctors of the Chinese medical team have won high praise from their patients for their superb skills and
selfless devotion.

CHN author|position|power_politics (global_governance)|anti_unilateralism:CHN multilateralism:CHN anti_hegemony:CHN
China always stands for multilateralism and firmly rejects unilateral bullying and protectionism of any kind.

CHN author | (commit) (expect) | trade |
China's door of opening up will not close; it will only open wider.

CHN author | assert | development |
The Chinese economy grew by 5.2 percent last year and created 12 million new jobs.

CHN author | greet | protocol |
Please allow me to extend warm congratulations on the successful opening of the exhibition.

CHN author | expect | people_culture (bilateral_ties) |
I hope the students will study hard and become envoys of friendship.

CHN author | position | sovereignty | sovereignty_and_territorial_integrity:CHN
No country will ever accept acts that undermine its national sovereignty and territorial integrity.

CHN author | evaluate | power_politics |
Such remarks are full of prejudice and confuse right and wrong.

CHN author | request | power_politics |
We call on the politicians concerned to abandon their Cold War thinking and stop spreading disinformation.

CHN author | (assert) position | sovereignty |
The islands have been China's territory since ancient times, and our determination to safeguard our rights is
unshakable.

CHN author | evaluate | law_security (rights) |
The radical and violent acts have seriously trampled on the rule of law and social order in Hong Kong.

- narrator | narrate | |
Q: It is reported that the Minister will visit Fiji next week.

CHN author | assert | bilateral_ties | partnership:ALL
China and Fiji are comprehensive partners with a long history of exchanges.

CHN author | narrate | bilateral_ties (regional_forums) |
During the visit, he will meet with the Prime Minister and exchange views with him on bilateral relations and
cooperation with Pacific island countries.

CHN author | expect | bilateral_ties |
We believe the visit will inject new impetus into our relations.

- narrator | narrate | |
President Dana Whitlock spoke by phone this afternoon with Prime Minister Ilves of Estonia.

USA pronoun conveyed | greet | (hotspots) protocol |
The President conveyed his condolences to the families of those killed in the attack in Mali.

USA pronoun offered | commit | environment (development) |
The President offered any assistance that may be needed in the wake of the earthquake.

USA pronoun praised | evaluate | rights |
The Vice President praised Peru's peaceful and transparent elections.

USA pronoun expressed | position | rights law_security |
The Vice President expressed support for the independence of the judiciary and the work of anti-corruption
prosecutors.

USA pronoun reiterated | position | defence hotspots |
The President reiterated that all options remain on the table with respect to North Korea's ballistic missile
program.

USA pronoun urged | request | hotspots |
The President urged the Prime Minister to implement the ceasefire and open the crossings for humanitarian aid.

USA pronoun noted | assert | trade |
The Vice President noted that the trade deficit has continued to grow.

USA pronoun made clear | (position) (evaluate) | power_politics |
He made clear that economic coercion is unacceptable.

USA pronoun invited | request | protocol |
The President invited the King to visit Washington in the fall.

USA pronoun accepted | assert | protocol |
The President accepted the invitation to attend the bicentennial celebrations.

USA pronoun looked forward to | expect | bilateral_ties |
The Vice President looked forward to working with the new President to strengthen the partnership between the two
countries.

USA pronoun congratulated | greet expect | protocol (bilateral_ties) |
The President congratulated Mr. Arce on his inauguration and expressed confidence that ties would grow stronger.

USA pronoun discussed | (narrate) (assert) | mobility |
She discussed her plans to expand legal pathways for migrants.

USA pronoun reaffirmed | position | global_governance (defence) (bilateral_ties) | free_navigation:USA
He reaffirmed the U.S. commitment to freedom of navigation and to the alliance.

USA pronoun pledged | commit | health |
She pledged continued U.S. support for the fight against Ebola.

USA pronoun underscored | position | environment |
He underscored the urgency of raising climate ambition ahead of the summit in Glasgow.

USA pronoun applauded | evaluate | law_security |
The Vice President applauded the Government's decision to extradite two cartel leaders.

USA pronoun stressed | position | hotspots |
She stressed the need to hold those responsible for atrocities in Sudan accountable.

USA pronoun recalled | assert | (hotspots) law_security |
The President recalled the sacrifices that both nations made in the fight against ISIL.

- joint condemned | evaluate | hotspots |
Both leaders condemned Russia's unprovoked invasion of Ukraine.

- joint welcomed | evaluate | trade |
The leaders welcomed the entry into force of the trade agreement.

- joint committed to | commit | energy |
The two leaders committed to expanding cooperation on clean energy.

- joint expressed | position | hotspots |
The leaders expressed their support for a negotiated two-state solution.

- joint emphasized | position | law_security |
They emphasized the importance of dismantling human smuggling networks.

- joint resolved to | agree | technology |
The two leaders resolved to launch a dialogue on semiconductors and artificial intelligence.

- joint noted | evaluate | development |
The two leaders noted with satisfaction the progress made under the economic cooperation plan.

- narrator | narrate | hotspots defence |
The leaders discussed the security situation in the Sahel and the future of the peacekeeping mission.

- narrator | narrate | technology people_culture |
They also talked about cooperation in science, technology and education.

- narrator | narrate | |
⟦person:Susan Rice⟧, Secretary of Homeland Security Noel Booker and Energy Secretary Paul Dade were in attendance.

- narrator | narrate | |
The Vice President hosted a working lunch for Caribbean leaders in ⟦place:Port of Spain⟧.

- narrator | narrate | |
The leaders met on the margins of the ⟦event:Summit for Democracy⟧.

USA named reiterated | position | hotspots |
⟦person:Rice⟧ reiterated that the Assad regime has lost its legitimacy.

USA named thanked | thank | hotspots mobility |
Secretary of Homeland Security Noel Booker thanked Minister Gomez for helping to evacuate American citizens from
Afghanistan.

GRD named said | thank | environment health |
The Minister said that Grenada would never forget the tents, blankets and medicines that China sent after the
hurricane.

GRD named congratulated | greet | governance (protocol) |
Senator Antoine congratulated the Communist Party of China on its 100th anniversary.

GRD named welcomed | greet | protocol |
Prime Minister Antoine welcomed Ambassador Bao to Grenada on her assumption of office.

GRD continued | position | sovereignty | core_interests:GRD
Grenada understands and respects China's position on issues concerning its core interests.

GRD continued | commit | regional_forums |
Grenada will play an active role in bringing CARICOM and China closer together.

GRD pronoun expressed | expect | infrastructure |
He expressed confidence that the new stadium will be completed on schedule.

CHN named said | commit | health |
Ambassador Bao said that the Embassy will provide more test kits and masks to the island.

CHN named introduced | assert | governance (development) |
Ambassador Bao introduced China's new development philosophy and its experience in poverty alleviation.

CHN named wished | greet | people_culture (protocol) |
Ambassador Bao wished the young athletes every success at the games.

- narrator | narrate | (people_culture) |
Ambassador Bao handed over 50 computers to the primary school on behalf of the Embassy.

CHN named pointed out | (position) (assert) | hotspots (power_politics) |
Lin Tao pointed out that sanctions and pressure do not help to solve the nuclear issue on the Korean Peninsula.

CHN continued | position | hotspots sovereignty | sovereignty_and_territorial_integrity:CHN
The sovereignty, independence and territorial integrity of Syria should be respected.

CHN continued | position | hotspots |
The international community should help the parties in South Sudan to settle their differences through dialogue.

CHN continued | request | hotspots |
China calls on the parties concerned to exercise restraint and avoid any escalation of tension.

CHN continued | propose | trade | open_world_economy:CHN
China and Peru, both beneficiaries of free trade, should jointly keep the global economy open.

CHN continued | propose | global_governance | coordination_in_multilateral_affairs:CHN
The two sides should step up coordination within the United Nations and other multilateral institutions.

CHN continued | expect | infrastructure |
It is hoped that the bi-oceanic railway will be pushed forward at a steady pace.

CHN continued | commit | investment_finance energy |
China is ready to encourage competitive companies to invest in Peru's lithium batteries and solar plants.

CHN continued | commit | people_culture |
China will continue to offer government scholarships and training opportunities to Peruvian youth.

CHN continued | position | regional_forums |
China supports CELAC in playing a bigger role in regional affairs.

CHN continued | assert | initiatives | belt_and_road:ALL
The two countries have signed a cooperation plan on jointly building the Belt and Road.

CHN continued | evaluate | initiatives | belt_and_road:CHN
Belt and Road cooperation has delivered tangible benefits to people of partner countries.

CHN continued | assert | bilateral_ties | partnership:ALL
This year marks the 10th anniversary of the comprehensive strategic partnership between China and Peru.

CHN continued | commit | bilateral_ties | partnership:ALL
China is willing to work with Peru to push for new progress in the comprehensive strategic partnership.

CHN continued | propose | sovereignty (bilateral_ties) | core_interests:CHN
The two sides should continue to firmly support each other on issues involving their core interests.

CHN continued | position | rights |
China opposes the use of human rights as a tool to put pressure on other countries.

CHN continued | position | governance sovereignty | non_interference:CHN development_path:CHN
China never interferes in the internal affairs of other countries and respects the development paths chosen by their
peoples.

CHN continued | position | global_governance | multipolar_world:CHN
China advocates an equal and orderly multipolar world.

CHN continued | propose | initiatives | gdi:CHN gsi:CHN gci:CHN
The two sides should work together to implement the Global Development Initiative, the Global Security Initiative
and the Global Civilization Initiative.

CHN continued | assert | bilateral_ties | mutual_benefit_win_win:ALL equality_mutual_respect:ALL
China-Peru relations are built on mutual respect and mutual benefit.

CHN continued | evaluate | minerals investment_finance | mutual_benefit_win_win:ALL
The copper mine is a model of win-win cooperation between Chinese companies and local communities.

CHN continued | commit | defence law_security |
China will step up military exchanges and counter-terrorism cooperation with Peru.

PER continued | position | global_governance | un_centred_order:PER
Peru upholds the central role of the United Nations in international affairs.

PER continued | thank | health |
Peru will always remember that China was the first to send vaccines.

PER continued | assert | bilateral_ties |
China is a trustworthy friend and Peru's most important partner in Asia.

PER continued | expect | agriculture trade |
Peru hopes to export more grapes, avocados and other farm products to China.

PER continued | position request | technology investment_finance | | acts: "they" may be the companies just named
Peru welcomes Chinese high-tech firms and hopes that they will set up research centers in Lima.

PER named stressed | (position) (assert) | rights (global_governance) | democratic_values:PER
Marta Quiroga stressed that democracy and human rights are universal values.

PER named called for | request | hotspots |
Marta Quiroga called for an immediate end to the violence in Gaza.

PER named praised | evaluate | initiatives | shared_future:PER
Marta Quiroga praised the vision of a community with a shared future for mankind put forward by President Kuang.

PER named expressed | evaluate | environment |
Marta Quiroga expressed concern about rising sea levels and the loss of glaciers.

PER named said | position | sovereignty | non_interference:PER
Marta Quiroga said that no country has the right to interfere in the domestic affairs of others.

CHN named expressed | evaluate expect | bilateral_ties |
Lin Tao expressed satisfaction with the smooth growth of bilateral ties and hoped that the two sides would maintain
the momentum.

CHN continued | assert | bilateral_ties (environment) |
China has all along developed its relations with small island states on the basis of sincerity and friendship.

CHN continued | propose | law_security mobility |
The two sides should deepen cooperation in law enforcement, extradition and the repatriation of illegal immigrants.

CHN continued | assert | people_culture |
Five Confucius Institutes have been set up in the country, and more than 20,000 people have learned Chinese there.

CHN continued | evaluate | agriculture (development) |
The hybrid rice project has become a shining example of cooperation between the two countries.

CHN continued | position | hotspots |
China maintains that the Libyan issue should be solved by political means.

CHN continued | commit | global_governance |
China stands ready to work with all parties to build a fairer global governance system.

PER named replied | position | (trade) power_politics |
Marta Quiroga replied that Peru was against any form of trade war.

PER continued | thank | people_culture |
Peru is grateful to China for the scholarships and the new library.

PER continued | assert | trade (minerals) |
China is the largest buyer of Peruvian copper and fishmeal.

PER continued | request | development (global_governance) | south_south:CHN
Peru expects China to play a bigger role in South-South cooperation and to help developing countries cut poverty.

- joint held the view | position | (trade) power_politics | anti_unilateralism:ALL
Both sides held the view that protectionism harms everyone.

- joint agreed | agree | mobility |
The two sides agreed to hold a new round of consular consultations and to facilitate the travel of their citizens.

- narrator | narrate | |
Before the meeting, Lin Tao toured the old town.

- narrator | narrate | |
The talks were held in a cordial and friendly atmosphere.

- narrator | narrate | |
Vice President Whitlock was accompanied by Second Gentleman Carl Whitlock and Ambassador Dora Finch.

- narrator | narrate | trade technology |
They focused on supply chains, export controls and emerging technologies.

- narrator | narrate | environment |
The ministers reviewed preparations for the climate conference.

CHN author | assert | (protocol) people_culture |
It is my great honor to attend the opening ceremony of the Chinese garden.

CHN author | thank | bilateral_ties (people_culture) |
I wish to thank all those who have devoted themselves to the friendship between China and Jamaica.

CHN author | assert | health |
When the pandemic struck, our two countries stood together.

CHN author | propose | environment |
We should join hands to protect our common home, the Earth.

CHN author | evaluate | power_politics |
This is a typical double standard and a gross distortion of the facts.

CHN author | (assert) position | taiwan (bilateral_ties) | one_china_principle:CHN
The one-China principle is the political foundation of China's relations with all countries and must be strictly
observed.

CHN author | commit | bilateral_ties |
As the new ambassador, I will do my best to bring our two peoples closer.

CHN author | expect | protocol |
May the new year bring peace and good fortune to all of you.

USA pronoun expressed | thank | law_security |
The President expressed his gratitude to President Rojas for the arrest of the drug lord.

USA pronoun affirmed | position | defence |
The President affirmed that the U.S. commitment to the defense of its allies is ironclad.

USA pronoun commended | evaluate position | (hotspots) (rights) mobility |
She commended Colombia for hosting refugees and reaffirmed her support for a return to democracy in Venezuela.

USA pronoun agreed | assert | |
The President agreed to visit Lima later this year.

USA pronoun encouraged | request | (rights) governance |
He encouraged the Prime Minister to form an inclusive government that represents all communities.

USA pronoun assured | position | hotspots |
The Vice President assured the Prime Minister that the United States will continue to stand with Ukraine.

USA pronoun outlined | assert | development |
The Vice President outlined the administration's plan to create jobs in Central America.

USA pronoun underscored | position | hotspots (sovereignty) |
She underscored Ukraine's right to choose its own future.

USA pronoun warned | (position) (expect) | hotspots |
The President warned that there would be severe consequences if Russia further invades Ukraine.

- joint discussed | narrate agree | energy |
The leaders discussed the energy transition and agreed to set up a working group on hydrogen.

- joint underscored | position | bilateral_ties | traditional_friendship:ALL
The two leaders underscored the deep friendship between their peoples.

- joint expressed | evaluate | law_security |
The leaders expressed outrage over the terrorist attack in Mombasa.

GRD named acknowledged | evaluate | infrastructure (development) (people_culture) |
The Minister acknowledged China's valuable contribution to the building of roads and schools on the island.

GRD named said | thank assert | agriculture (development) |
The Permanent Secretary thanked the Embassy for the seeds and tools and said that 200 farmers had benefited from the
project.

CHN named stressed | propose | people_culture |
The Ambassador stressed that the two countries should carry out more exchanges between young people and women.

CHN named called on | request | hotspots (power_politics) |
Lin Tao called on Israel to stop its military operations and lift the blockade of Gaza.

CHN named announced | commit | development (hotspots) |
Lin Tao announced that China would provide emergency food assistance to Somalia.

CHN named noted | position | global_governance | un_centred_order:CHN
Lin Tao noted that the authority of the United Nations must be upheld.

CHN named elaborated on | position | sovereignty |
Lin Tao elaborated on China's position on the South China Sea.

CHN continued | position | initiatives | shared_future:CHN
Building a community with a shared future for mankind is the right way forward for all.

CHN continued | evaluate | power_politics | anti_hegemony:CHN
The country's hegemonic and bullying acts have seriously harmed the interests of others.

CHN continued | propose | investment_finance infrastructure |
The two sides can explore cooperation in industrial parks, ports and financing.

CHN continued | expect | bilateral_ties | partnership:ALL
China believes that under the guidance of the two presidents, the strategic partnership will embrace a bright
future.

CHN continued | request | power_politics (investment_finance) |
The U.S. side should respect facts and stop suppressing Chinese companies.

CHN continued | position | sovereignty | core_interests:CHN
China will firmly safeguard its core interests.

CHN continued | position | (governance) (development) |
China supports Peru in its efforts to maintain stability and grow its economy.

CHN continued | assert | regional_forums |
The third ministerial meeting of the China-CELAC Forum was held by video link in 2021.

CHN continued | commit | bilateral_ties | traditional_friendship:ALL
China will work with Peru to carry forward their traditional friendship.

CHN continued | commit | development | practical_cooperation:CHN
China stands ready to advance practical cooperation with Peru in various fields.

CHN named said | assert | bilateral_ties | equality_mutual_respect:ALL
Vice Minister Zhu said that China and Peru had treated each other as equals ever since they established diplomatic
ties.

CHN pronoun stressed | propose | bilateral_ties |
He stressed that both sides should view the relationship in a rational way and handle differences properly.

CHN continued | commit | infrastructure (development) |
China is willing to help the island country improve its roads and wharves within its capacity.

CHN continued | position | sovereignty | sovereignty_and_territorial_integrity:CHN
China will, as always, support Samoa in safeguarding its sovereignty and independence.

CHN continued | position | environment |
China understands the special difficulties of island countries in coping with climate change.

CHN named wished | greet | people_culture (protocol) |
The Ambassador wished the students a pleasant journey and success in their studies.

CHN author | assert | trade |
For three years running, China has been the top destination of our exports.

CHN author | evaluate | (development) | | acts: a verdict without a word that judges
These achievements have not come easily.

CHN author | position | global_governance | multilateralism:CHN
There is only one way to answer global challenges, and that is multilateralism.

CHN author | request | power_politics |
We hope the U.S. side will return to a rational China policy and stop its smear campaign.

CHN author | assert | taiwan | taiwan_question:CHN
Taiwan has been part of China since ancient times.

CHN author | evaluate | taiwan | one_china_principle:null
The visit seriously violated the one-China principle and sent a wrong signal to separatist forces.

CHN author | commit | people_culture |
The Consulate General will continue to serve the Chinese community wholeheartedly.

CHN author | thank | people_culture |
My thanks go to the teachers of the Confucius Institute.

WSM named said | position | taiwan | one_china_principle:WSM
Prime Minister Tuala said that Samoa stood firmly by the one-China principle.

WSM continued | evaluate thank | (development) infrastructure (protocol) |
Samoa highly appreciates China's selfless help and thanks China for the new sports complex.

WSM continued | request | agriculture |
It hopes that China will send more agricultural experts.

WSM pronoun believed | expect | bilateral_ties |
He believed that the visit would open a new chapter in relations between the two countries.

USA pronoun thanked | thank | defence |
The President thanked the Prime Minister for Poland's contributions to NATO.

USA pronoun asked | request | hotspots |
The Vice President asked for Jordan's help in bringing the parties back to the table in Yemen.

USA pronoun expressed | greet | environment (protocol) |
The President expressed his condolences for the lives lost in the wildfires.

USA pronoun noted | expect | regional_forums |
The President noted that he looked forward to seeing the Prime Minister at the G20 Summit.

USA pronoun emphasized | position | rights |
She emphasized the importance of respecting the will of the voters.

USA pronoun highlighted | assert | (development) investment_finance |
The Vice President highlighted new investments that will create jobs and opportunity in the region.

USA pronoun reaffirmed | commit | law_security |
The President reaffirmed his commitment to work with Mexico to stop the flow of fentanyl.

USA pronoun raised | evaluate | rights (people_culture) |
He raised concerns about the detention of journalists.

- joint agreed | agree | hotspots |
The leaders agreed on the need to de-escalate tensions in the Red Sea.

- joint reaffirmed | position | defence (bilateral_ties) |
They reaffirmed the enduring strength of the alliance and the importance of deterrence.

- joint looked forward to | expect | |
The leaders looked forward to meeting again in Jakarta.

- joint pledged | commit | health |
Both sides pledged to strengthen cooperation in pandemic preparedness.

- narrator | narrate | |
The two sides took a group photo.

- narrator | narrate | trade investment_finance |
The discussion covered tariffs, investment screening and market access.

- narrator | narrate | |
Vice President Whitlock departed for Washington in the evening.

- narrator | assert | |
The committee meets every two years.

- narrator | agree | people_culture |
A letter of intent on the exchange of teachers was signed on the same day.
"""
"""Sentences of the genre as a careful reader labels them, two or more lines each, a blank line between.

"state basis cue | acts | topics | formulas with holder | known gap", then the sentence; "-" is no state. A label in
brackets may be given or not. A name is marked with its kind: ⟦place:Port of Spain⟧. A known gap says of which labels.
"""

BASES: dict[str, Basis] = {
    "named": "named",
    "pronoun": "pronoun",
    "continued": "continued",
    "author": "author",
    "joint": "joint",
    "narrator": "narrator",
}


class Labelled(NamedTuple):
    """A sentence with its reader's labels: those of a field that must be given, and those that may be."""

    text: str
    names: tuple[Mention, ...]
    country: str | None
    basis: Basis
    cue: str | None
    labels: dict[str, tuple[set[str], set[str]]]
    gap: str


def read_labels(words: str) -> tuple[set[str], set[str]]:
    """Return the labels that must be given and those that may be ("trade (mobility)")."""
    return {w for w in words.split() if w[0] != "("}, {w.strip("()") for w in words.split()}


def read_labelled(block: str) -> Labelled:
    head, _, marked = block.partition("\n")
    who, acts, topics, formulas, gap = [part.strip() for part in (f"{head} ||").split("|")][:5]
    country, basis, *cue = who.split(" ", 2)
    text, names = read_names(" ".join(marked.split()))
    labels = {"acts": read_labels(acts), "topics": read_labels(topics), "formulas": read_labels(formulas)}
    return Labelled(text, names, country.strip("-") or None, BASES[basis], cue[0] if cue else None, labels, gap)


def read_names(marked: str) -> tuple[str, tuple[Mention, ...]]:
    """Return a sentence without its marks, and the names that they mark, at the sentence's place in a page."""
    pieces, names, at = [], [], 40
    for words, kind, name in re.findall(r"([^⟦]+)|⟦(\w+):([^⟧]+)⟧", marked):
        if kind:
            names.append(Mention(start=at, end=at + len(name), text=name, kind=kind, value=None))
        pieces.append(words or name)
        at += len(pieces[-1])
    return "".join(pieces), tuple(names)


def lemma_of(cue: str | None) -> str | None:
    verbs = read_lexicon("reporting_verbs", Verb)
    return next((v.lemma for v in verbs if cue in (*v.forms, v.participle, v.lemma)), None)


def scene_of(labelled: Labelled) -> Scene:
    """Return who faces whom: the United States or China, which publishes, and Peru or who else speaks."""
    publisher = "USA" if labelled.country == "USA" else "CHN"
    other = labelled.country if labelled.country not in {None, publisher} else "PER"
    return Scene("meeting", publisher, (publisher, other or "PER"), tuple(PEOPLE.values()))


def found_labels(labelled: Labelled) -> dict[str, set[str]]:
    spoken = said(labelled.text, labelled.country, labelled.basis, labelled.cue, lemma_of(labelled.cue))
    found = annotate(spoken, scene_of(labelled), labelled.names)
    formulas = {f"{formula.id}:{formula.holder or 'null'}" for formula in found.formulas}
    return {"acts": set(found.acts), "topics": set(found.topics), "formulas": formulas}


LABELLED = tuple(read_labelled(block) for block in SENTENCES.strip().split("\n\n"))


def each_label() -> Iterator[object]:
    """Yield each sentence with each kind of label; a known gap is expected to fail."""
    for labelled in LABELLED:
        for field in labelled.labels:
            of, _, reason = labelled.gap.partition(": ")
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if of == field else []
            yield pytest.param(labelled, field, marks=marks, id=f"{field}: {labelled.text[:60]}")


@pytest.mark.parametrize(("labelled", "field"), list(each_label()))
def test_a_sentence_is_annotated_as_its_reader_labels_it(labelled: Labelled, field: str) -> None:
    must, may = labelled.labels[field]
    found = found_labels(labelled)[field]
    assert must <= found <= may, labelled.text


def test_the_table_has_every_act() -> None:
    """The table has each act at least three times, and is no short list."""
    assert len(LABELLED) > 250
    acts = [act for labelled in LABELLED for act in labelled.labels["acts"][0]]
    assert min(acts.count(act) for act in set(acts)) >= 3
    assert len(set(acts)) == 11
