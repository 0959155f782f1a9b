"""The question set that `mockview sets new` begins for its author."""

import shlex

from simulator.questions.signs import harmless
from simulator.questions.yaml_tree import core

STARTER = """\
# A question set for mockview. Check it with:   mockview sets check {file}
# Try it with:                                  mockview run --set {file}
schema: 1                 # the format
id: {id}
title: {title}
language: en              # what is spoken, for the recogniser

# Who asks. A voice is female or male; rate_wpm is how fast it speaks, in words a minute. How they
# react is their manner: warm (left out), brisk or sceptical.
interviewers:
  supervisor: {{name: Dana, title: Head of Service, voice: {{gender: female, rate_wpm: 165}}}}
  peer: {{name: Sam, title: Shift Lead, manner: brisk,
    voice: {{gender: male, rate_wpm: 175}}}}

# What people apply for: a text, or `about` and `always`, topics of which every interview for that
# role has a question. A question can have `roles` too; one without is for everybody.
roles:
  newcomer: Someone applying to join the team
  lead: {{about: Someone who is to lead a shift, always: [complaints]}}

# The parts of the interview, in order. `share` is how many questions of an interview of eight
# come from each; `situation` is the part of a second interview that it practises: unsaid, depth,
# pay, your-questions, big-picture or last-impression.
sections:
  trade: {{title: Your trade, share: 5, situation: depth}}
  closing: {{title: The last impression, share: 3, situation: last-impression}}

questions:
  - id: upset-customer
    section: trade
    asked_by: supervisor
    ask: Tell me about a time when a customer was upset. What did you do?
    topic: complaints                   # what a role's `always` names
    target: {{answer_s: [60, 120]}}      # how long a good answer is, in seconds
    talking_points:                     # what a good answer mentions: three to five
      - id: situation
        label: Says what had happened   # reads well after "Not heard:"
        description: The candidate tells one particular case and what the customer was upset about.
        examples:                       # how different people would really say it: four or more
          - A lady came back with a kettle that had leaked all over her kitchen.
          - Last winter we had sold one room twice, and the family stood at my desk at midnight.
          - There was a man on the phone, his parcel was lost for the third time.
          - She had waited two hours for a technician who never came.
        counter_examples:               # near misses that do not count: two or more
          - Customers are often upset, that is part of the job.
          - I would always try to stay calm.
      - id: outcome
        label: Says how it ended
        description: The candidate says what came of it for the customer or the company.
        weight: 2                       # counts twice
        facts: []                       # what must be there: number, money_range, asks_question
        examples:
          - He wrote to my manager the next day to say thanks.
          - In the end she kept her contract with us.
          - They stayed, and they have come back every winter since.
          - We gave the money back and changed how we label those boxes.
        counter_examples:
          - I hope that helped her.
          - Happy customers are what matters in the end.
    behavioural: true                   # it asks for a story: situation, task, action, result
    follow_ups:                         # asked after an answer that calls for them, two at most
      - when: {{missed: outcome}}         # a point was missed
        ask: And how did it end?
      - when: {{answer: no-answer}}       # "I don't know"; or: short, vague, no-example, no-result,
        ask: Take your time. Is there a small case from the last weeks?    # no-figure
    # exchange:                         # for a question at which the candidate asks: replies by
    #   otherwise: I will find out.     # topic. See docs/question-sets.md

  - id: last-word
    section: closing
    asked_by: supervisor
    ask: Is there anything else you would like us to know before we finish?
    recalls:                            # said before it, where an earlier answer made a point
      - when: {{question: upset-customer, point: outcome}}
        say: You told us how it ended with that customer.
    target: {{answer_s: [30, 60]}}
    talking_points:
      - id: why-here
        label: Says why this job
        description: The candidate says what about this particular job or team they want.
        examples:
          - I have been buying my bread here for years, and I want to be behind that counter.
          - What you told me about the night shift is just what I am looking for.
          - I like that everybody here does a week in the workshop first.
          - It is the only place in town that repairs things instead of replacing them.
        counter_examples:
          - I really need a job.
          - I think it is a good company.
"""


def starter(set_id: str, file: str) -> str:
    """The text of a small set that works, with a comment on everything an author meets.

    `set_id` is as the format wants it (small letters, digits, hyphens); `file` is
    shown in comments, to be typed as it stands.
    """
    title = set_id.replace("-", " ").capitalize()
    return STARTER.format(
        id=_as_text(set_id),
        title=_as_text(title),
        file=" ".join(harmless(shlex.quote(file)).split()),
    )


def _as_text(word: str) -> str:
    """In quotes where YAML would read a number, a truth value or nothing."""
    return word if isinstance(core(word), str) else f'"{word}"'
