"""Topics with examples such as a question set has, written apart from the labelled questions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UsualTopic:
    id: str
    examples: tuple[str, ...]


def _topic(topic: str, examples: str) -> UsualTopic:
    return UsualTopic(topic, tuple(line.strip() for line in examples.strip().splitlines()))


USUAL_TOPICS = (
    _topic(
        "culture",
        """
        How would you describe the culture here?
        What is the atmosphere like in the office?
        What do you enjoy most about working for this company?
        What values really matter here, and how do you live them?
        How do people treat each other when something goes wrong?
        Is it okay to say no to a manager?
        What do you do together outside of work?
        How are conflicts and disagreements handled?
        Do people help each other or does everyone work for themselves?
        How open are you to new ideas?
        What is the dress code, is it formal or relaxed?
        How does the company celebrate success?
        Why do you stay with this company?
        What kind of person fits in well here?
        How are decisions made, and who has a say?
        Is there a lot of pressure and stress?
        """,
    ),
    _topic(
        "team",
        """
        Who would I be working with?
        How big is the team?
        Can you tell me about the people on the team?
        How long have my colleagues been here?
        Who would be my manager, who do I report to?
        How does the team work together with other departments?
        How is the department organised, who does what?
        Why did the last person leave?
        What are the strengths and weaknesses of the team?
        Are there other people my age or other juniors?
        Can I meet the team before I start?
        How do you share the work among the colleagues?
        What backgrounds do my future colleagues have?
        Would I have people reporting to me?
        How often does the team meet?
        """,
    ),
    _topic(
        "daily-work",
        """
        What does a typical day look like in this job?
        What would I do in my first week?
        Which tools and programs do you work with?
        What would my main tasks be?
        How much of the work is at the desk and how much with customers?
        What kind of equipment and machines would I use?
        Would I have to travel for the job?
        Which projects would I start with?
        How many clients would I look after?
        How is the work given out, who decides what I do?
        Will I also have to do the paperwork?
        What exactly would I be responsible for?
        How does a shift go from beginning to end?
        What is the hardest part of the day?
        Would I be doing phone calls?
        """,
    ),
    _topic(
        "expectations",
        """
        What would you expect from me in the first ninety days?
        How do you measure success in this role?
        What would a good first year look like to you?
        How is performance reviewed?
        What is the biggest challenge for somebody new in this job?
        What makes someone really good in this position?
        What should I have achieved after six months?
        Which goals or figures would I have to meet?
        What would you like me to do differently from the person before me?
        What qualities are you looking for in a candidate?
        How quickly do I need to be up to speed?
        When would you say that hiring me was the right decision?
        What usually goes wrong for new people?
        What do you need most from the person you hire?
        How will I get feedback on my work?
        """,
    ),
    _topic(
        "advancement",
        """
        What opportunities for growth are there?
        How could my career develop here?
        Do you offer training or courses?
        Can I get promoted from this position?
        Where have people in this job gone next?
        Would you pay for further education or a certificate?
        Is there a mentor for new people?
        What could I learn here?
        Could I move to another department or country later?
        Do you promote from within?
        How long does it take to become a senior?
        What is the career path for this role?
        Would there be a chance to lead a team one day?
        How do you support the development of your employees?
        Could I do my master's while working?
        """,
    ),
    _topic(
        "business-goals",
        """
        What are the goals of the company for the next years?
        What is your strategy, where is the business going?
        What is the biggest challenge for the department right now?
        How is the company doing financially?
        Which new markets or products are you planning?
        Who are your main competitors and how do you respond?
        What worries you most about the market?
        What are the top priorities this year?
        Do you want to grow, open new locations or hire more people?
        How will the new technology change your business?
        Did you reach your targets last year?
        How does this department contribute to the goals of the company?
        What does the board expect from this department?
        Are you going to be sold or merged?
        How secure is the funding?
        Which customers do you want to win?
        """,
    ),
    _topic(
        "pay",
        """
        What is the salary for this position?
        How much do you pay?
        Is there a bonus or a commission?
        Which benefits do you offer, health insurance, a pension?
        How many days of holiday would I get?
        Is overtime paid?
        When are salaries reviewed, how often are there raises?
        Would I get a company car or a phone?
        Do you pay for travel and moving costs?
        Do I get sick pay from the first day?
        Which pay grade is the job in?
        Are there shares or stock options?
        What perks are there, like a gym or free lunch?
        What would my take-home pay be?
        How much vacation is there?
        """,
    ),
    _topic(
        "logistics",
        """
        When would I start?
        What are the working hours?
        Can I work from home?
        Where is the office, where would I work?
        What happens next, what are the next steps?
        When will I hear from you?
        How many days in the office are required?
        Is there a parking space, how do I get here by bus?
        How many other candidates are there?
        What papers or certificates do you still need from me?
        Can I work part time or on flexible hours?
        How long is the probation period and is the contract permanent?
        Would I have to work at weekends or at night?
        When will you decide?
        Will there be another interview or a trial day?
        How is the shift plan made?
        """,
    ),
)
