"""How people ask about the topics that most sets have, and about something else ("none").

Added to the examples that a set gives its topics of the same id: one question a line.
"""

from collections.abc import Mapping

ELSEWHERE = "none"
"""Under this id stand questions that are about none of the topics."""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


USUAL_EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "culture": _lines(
        """
        what is the atmosphere like here
        How would you describe the culture of the company?
        what is it like to work here as a woman
        what's it like to be one of the younger ones here
        Is it okay to admit when you don't know something?
        may I say openly when I disagree with a decision
        do you call each other by first name or is it more formal
        how do people address the managers here
        everybody seems to get along well here, is that so
        it's a family business, does it feel like a family
        how is the morale at the moment
        how has the mood been since the takeover
        how did the staff take the changes last year
        What do you like best about your job?
        what made you stay all these years
        what keeps you here
        why did you come to this company yourself
        how do you treat people from other countries
        are people friendly to newcomers
        do colleagues help each other when somebody is behind
        do you do anything together after work, like a party or a trip
        is there a Christmas party
        do people eat lunch together
        how do you deal with mistakes
        what happens when two people can't stand each other
        how are arguments settled
        is it competitive or do people share
        there are not many office politics here, are there
        is there gossip and politics
        can people laugh here, is there room for jokes
        nobody minds a bit of humour, do they
        is it very hierarchical
        how do decisions get made around here
        does management listen to the staff
        can the employees have a say
        what kind of people are happy here
        who doesn't fit in here
        what do people complain about when you're not in the room
        what would you change about this place if you could
        which of your values do you notice every day
        how important is work-life balance here
        do people answer mails at night and at weekends
        how much pressure is there
        what do you wear to work
        how do you celebrate when something went well
        how is good work recognised
        how open are people to somebody who does it differently
        how honest can one be with the boss
        """
    ),
    "team": _lines(
        """
        who will I work with every day
        How large is the team?
        how many of you are there
        how many people work on a shift
        how many nurses are on the ward
        how many reps are there in the region
        who is going to be my boss
        what kind of boss is she
        what is your style of leading people
        who do I answer to
        I would report to you directly, is that right
        is there a deputy or an assistant
        who would show me everything
        who does what in the group
        how is the department made up
        what is the mix of permanent staff and temporary workers
        how old are the people in the team
        where do the others come from
        what did my colleagues do before
        how long have people been in the team
        do people leave often, is there a lot of turnover
        you don't lose many people, do you
        why is the job free
        what happened to the person who had this job before me
        where did my predecessor go
        will I be the only one who does this
        is there anybody else who does the same job
        are there other trainees
        is there somebody who speaks my language
        how do you communicate when half of the people are in another city
        how do the two sites work together
        how does the team get on with the sales people
        do the departments talk to each other
        how do you share the cases among you
        who covers for me when I'm ill
        what is missing in the team at the moment
        what are my future colleagues good at
        could I get to know the others before I sign
        would I lead people myself
        who would be my direct colleague
        how many people have you got retiring soon
        do you sit together in one room
        """
    ),
    "daily-work": _lines(
        """
        What would I do all day?
        what does somebody in this job actually do from morning to evening
        what does an ordinary week look like
        walk me through a normal shift
        take me through a day on the ward
        what would I do first in the morning
        what would be on my desk on the first day
        what would you give me to do in the first week
        how is the work split, more phone or more face to face
        how much of it is at the computer and how much outside
        what proportion is repairs and what is new work
        how many meetings are there in a week
        how many calls does one take a day
        how many patients would I have
        which classes would I teach
        which courses would I be giving in the autumn
        what age are the children in the group
        do you use git and which languages
        which software is it
        what do you work with, SAP or something else
        which machines do you have
        do you still do it on paper
        nobody writes that by hand any more, do they
        is it all digital
        what sort of equipment do you have in the kitchen
        would I have to lift heavy things
        do I have to clean as well
        would I also do the till
        does this person do the ordering too
        I wouldn't have to sell anything, would I
        it's mostly writing, isn't it
        would I drive a van
        would I travel a lot
        what projects are there right now
        what would I be working on
        where does the work come from, who brings the orders
        who decides what gets done first
        what does the person in this role spend most time on
        how is the handover done
        how many tables would I have
        what are the customers like
        how much can I decide myself
        how quiet or busy does it get
        """
    ),
    "expectations": _lines(
        """
        What do you expect from me in the first three months?
        what should I have done by Christmas
        what do I have to reach in a year
        how will you know that I'm doing well
        what would make you happy with me after half a year
        what would make you say we hired the right one
        how do you measure whether somebody is good at this
        what are the key figures for this position
        is there a sales target for me personally
        what number would I have to hit
        you don't count how many calls I make, do you
        how is my work going to be judged
        when is the review at the end of probation and what is looked at
        how often do I get feedback
        what is the hardest thing for somebody new
        what do new people find difficult
        where did others fail in this job
        what would be the biggest hurdle for somebody like me
        what is most urgent, what needs fixing first
        is there something that I should sort out straight away
        which problem of yours should I solve
        if I could take one thing off your shoulders, what would it be
        what do you need most from me
        what are you hoping the new person will bring
        what should I do differently from the one before me
        what did the best person in this job do
        what makes the difference between good and very good here
        which skills count the most
        what sort of person are you looking for
        what would my part in that be
        how fast do I have to learn it
        how soon would I be on my own
        you wouldn't want me to know everything on day one, would you
        do I have to be productive at once
        what does a good month look like
        what does success look like
        how much independence do you want from me
        what are the priorities for whoever takes this on
        what would be my first big thing to deliver
        """
    ),
    "advancement": _lines(
        """
        How could I grow here?
        what chances would I have to move up
        how does one become a team leader here
        how do people become shift leader
        could I be a manager one day
        where can this job take me
        suppose I do well, what comes after that
        if I prove myself, what then
        what is the next step after this position
        what have people before me gone on to do
        who was promoted last and why
        do you fill the better jobs from inside
        you do promote your own people, don't you
        is there a graduate scheme
        a big company like this has a trainee programme, doesn't it
        is there a mentor
        how do you help people to get better at what they do
        which courses do you offer
        would you support me with my language exam
        can I improve my German here, do you pay for classes
        could I do a further qualification
        is there time for learning during work
        can I do my training hours in working time
        do you pay for a master's or a certificate
        will I be trained at the beginning
        how would I be trained
        what training is there in the first weeks
        can I learn something new here
        what could I learn from you
        could I change to another department later
        any chance to go abroad for a while
        could I switch to design at some point
        how long till I'm a senior
        how long do people stay in this position before they move on
        this isn't a dead end, is it
        do you send people to conferences
        where would you see me in three years
        could running a shop be something for me later
        how do you develop your people
        what prospects are there for somebody without a degree
        """
    ),
    "business-goals": _lines(
        """
        Where is the company going?
        what are the aims for the next years
        what does the owner want to do with the place
        what do the new owners want from this site
        you were bought by the Americans, what are their plans
        what is the thinking behind the new plant
        why are you opening in Poland
        you're going to expand, aren't you
        are you going to list on the stock exchange
        growth abroad is the big thing for you now, isn't it
        is the company in profit
        is the hospital losing money
        how are the numbers this year
        how was last year
        how full is the order book
        how safe is the funding for the library
        what keeps you awake at night about the business
        what is the greatest worry for the firm right now
        what worries the board
        who are you afraid of in the market
        how do you want to beat the competition
        how will you cope with so many people retiring
        how do you deal with the shortage of staff
        has the war changed your supply
        do you look for other suppliers
        how do prices and energy costs hit you
        what will artificial intelligence change for you
        what would the school like to be known for
        what do you want to be famous for
        which customers would you like to win
        which products do you want to push
        which of it is going to be sold in the end
        where should the department be in a year
        what are the targets of the region
        what does the department have to deliver this year
        how does our department fit into the big plan
        what does the new chief executive want to change
        are you planning new branches
        if you open those four stores, what's the time frame
        how green do you want to be
        what share of the business is online
        what will this place look like in ten years
        """
    ),
    "pay": _lines(
        """
        How much would I get?
        what are you paying
        what is the pay
        what could you offer me, I earn forty thousand at present
        if I say fifty thousand, how does that sound
        would sixty be possible
        can we talk about money
        there's money for overtime, isn't there
        is overtime paid or do I get the time off
        are tips shared
        who gets the tips
        is there a bonus
        what do I have to do to get the full bonus
        what do I get if I beat the target
        how does the commission work
        which grade would I be in
        what point on the scale would my experience give me
        you pay the union rate, don't you
        is there a thirteenth salary
        how often does pay go up
        what's in the package
        which benefits are there
        is there a pension
        is health insurance included, also for my family
        how many days of holiday are there
        what about holidays
        can I take unpaid leave
        what happens with leave I don't use
        is sick leave paid
        is there a car
        do I get a phone and a laptop
        do you pay for the train ticket
        is there something towards the commute
        who pays for boots and tools
        do staff get a discount
        is lunch free
        is there a gym or childcare
        are there shares
        how much is left after tax
        would you pay for my move
        """
    ),
    "logistics": _lines(
        """
        When could I start?
        when do you need somebody
        can I begin in October
        what are the hours
        which shifts are there
        which shifts would I have
        how far ahead does the rota come out
        when do I get to know my shifts
        are weekends included
        would I have to work on Sundays and nights
        are the hours flexible
        I could come at nine because of my kids, that wouldn't be a problem, would it
        could I do four days a week
        how many days can I work from home
        how strict are you about office days
        could part of it be done from home
        where would I be
        which site would I work at
        will I have my own desk
        do I have an office or do people share
        is there parking
        how do people get here without a car
        is there a bus
        what about the visa, who does that
        do you help with the work permit
        do you need my certificates
        do I have to bring anything else
        I have three months' notice, how would you handle that
        is the contract limited or permanent
        how long is the trial period
        what happens after today
        what's next in the process
        how many rounds are there after this one
        who else do I have to meet before you decide
        is there another interview
        have you got more people to see
        how many have applied
        when do you make up your mind
        when do I hear from you
        you will tell me either way, won't you
        do you keep my documents if it doesn't work out
        by when do you need my answer
        """
    ),
    ELSEWHERE: _lines(
        """
        Can you hear me?
        is my camera on
        can you see my screen
        is this recorded
        is the light too dark
        could I have some water
        may I use the bathroom
        may I take off my jacket
        do you mind if I open the window
        sorry, could you repeat that
        could you say the question again
        what was your name again
        how do you spell your name
        how do I pronounce that
        are you from Ireland
        what is that picture on the wall
        is that your dog
        what breed is it
        did you see the game last night
        how is the weather over there
        how was your holiday
        how was your weekend
        how was your trip
        do you have children
        what does your tattoo say
        where did you buy that lamp
        that's a beautiful chair, isn't it
        which restaurant near here would you recommend
        where can I get a coffee around here
        when does the next train leave
        how did you find me
        how did you come across my profile
        did you read my letter
        have you read the article I sent
        what did you think of my portfolio
        how did I do
        was my answer what you wanted
        is there anything else you want to know from me
        is there anything in my papers that you would like to ask about
        do you need another pen
        is my sister allowed to apply as well
        are you looking for somebody else as well, for another job
        how did you get from there to running this place
        who painted the walls
        do you like football
        """
    ),
}
