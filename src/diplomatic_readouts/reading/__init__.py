"""How text becomes a record: one stage a file, in the order of ``parse.py``.

The page      source (rows, front_matter, html_page) → language → units → layout (stamps, calendar)
Its words     sentences · phrases → tokens (cutting) → offices (office_tails) → names, together → people → cast
              verbs · dates (date_phrases) · money · sides
Who speaks    candidates (what can be a subject) → speakers (subject, cue, content's edges) · encounters (acts told)
              gated (of many patterns those that can match, for all stages)
              page (all of it, sentence by sentence) · recalled (what others did, in a speaker's words)
What it is    own_words (texts given whole) · metadata (kind, leads)
              publisher → own_state (taken_for_granted, missions) · event, whereabouts
              participants, parts, guests · scene (who faces whom)
Whose words   statements → turns (does a turn go on?) · flow (whose words, whom "he" stands for) · content
Annotations   mentions · annotations → clauses (subjects, predicates, lookback, narration, wordings, objects, hinted)
              → acts (mains) · topics · formulas (holders) · pledges (promises)

A rule about a construction goes to the stage that first can see it; its words go to ``lexicons/``.
"""
