"""Sentences in which somebody is blamed, and others that tell the like without a culprit.

A judge of meaning holds a sentence against both: one a line.
"""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


HARSH = _lines(
    """
    My boss was a terrible person and everybody hated him.
    The manager had no idea what she was doing.
    My colleagues were lazy and left all of the work to me.
    They treated us like dirt.
    They treated their people like machines.
    The whole place was toxic.
    It was a toxic workplace, I had to get out.
    Your competitors do it much better than you, frankly you are asleep.
    Your marketing is asleep.
    Your customer service is a disgrace.
    Your shop is dirty and I would not buy anything there.
    Your website looks as if a child had made it.
    You people have not understood how business works today.
    Nobody in that office cared about the customers.
    Management only cared about their own bonuses.
    The owner was greedy and cheated his own staff.
    The director ran the company into the ground.
    He destroyed the team with his ego.
    It failed because of my colleague, who forgot everything.
    It was not me, it was him who forgot the order.
    If the others had done their job, we would not have lost the client.
    I had to clean up the mess that the others left.
    I did all the work and she got all the praise.
    The accountants got everything wrong, a hopeless bunch.
    Those people are amateurs.
    A bunch of cowboys.
    The young people there did not want to work, that was the trouble.
    The old ones refused to learn anything.
    She was too slow and too stupid for this work.
    He was not the sharpest knife in the drawer.
    Any fool could see that it would go wrong, only the planner could not.
    Even a child would have noticed, but not our engineer.
    The receptionist was rude to me, I would replace her.
    I would throw out whoever is responsible for that.
    It is a badly run company.
    The planning was the worst I have ever seen.
    The fault lies with your purchasing department.
    It was the fault of the sales people.
    The school was chaos from top to bottom.
    The hospital was a madhouse and the doctors were arrogant.
    She lied to my face.
    He took the credit for my work.
    My supervisor bullied people until they cried.
    They promised everything and kept nothing.
    The agency was useless and took our money.
    Your product is overpriced junk.
    The food in your canteen is inedible.
    Your drivers are reckless and rude.
    Your reviews say that your managers shout at people.
    I couldn't stand the people there.
    They are crooks, all of them.
    The new owners ruined a good company.
    The bosses sat in their offices and did nothing.
    Nobody there could even do the simplest thing right.
    Honestly, the head of department should never have been given the job.
    They couldn't organise a birthday party.
    """
)
SOFT = _lines(
    """
    One thing that could be easier is the checkout.
    The website is nice, only on the phone the menu is small.
    I would add more pictures to the product pages.
    On the phone I waited a long time, so a call back would help.
    The signs in the building could be clearer.
    Some reviews mention long waiting times, I would look at that first.
    I noticed that the form is quite long.
    We had different ideas about how to work, so I moved on.
    It did not work out between my boss and me, we were simply different.
    The company moved away and I could not go along.
    My contract ended and was not renewed.
    The department was closed, and I was one of thirty who had to go.
    I left because the way to work was too long.
    I left because I wanted to learn something new.
    The team had a hard year with many changes.
    The software was old and broke down often.
    The machine was at fault.
    Nobody was to blame, the part had simply worn out.
    We had bad luck with the weather.
    The storm destroyed the roof.
    The illness was awful for the family.
    That was my fault, I forgot to send it.
    I made a bad mistake in my first week.
    I was too slow at the beginning and had to learn.
    My presentation was a mess, and I asked for help.
    I was stupid enough to lock myself out.
    I failed the exam because I had not learned enough.
    My colleague was ill, so I did her shifts.
    My boss was strict but fair, and I learned a lot.
    The people there were wonderful.
    Your nurses are kinder than anywhere else.
    Your shop is the cleanest in town.
    They paid less than others but they were honest.
    The customers were angry and I understood them.
    A customer called me an idiot and I stayed calm.
    I worked in complaints, people shouted at me all day.
    The work with toxic material was dangerous but well organised.
    I wrote the emergency plan for disasters.
    The clown at the party was ridiculous and the children loved him.
    The terrible winter cost us many bookings.
    The recession hit the whole trade.
    The change was hard for some of the older colleagues, and I can understand it.
    Communication between the offices was not always easy.
    We could have planned the move better.
    What I missed there was time for training.
    I would like to see a shorter form for older people.
    Perhaps the newsletter could come less often.
    There is room for improvement in the evening hours.
    The order was late, so I called every customer.
    The supplier had problems of his own and we found another one together.
    It was nobody's fault, the numbers were just not there.
    The project failed because we started too late, me included.
    I would offer more classes in the evening.
    My first boss gave me hard feedback and I am grateful for it.
    """
)
