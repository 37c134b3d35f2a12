"""A file in the layout of NHS England's monthly statistics, of one provider that is made up."""

import datetime
import pathlib

MONTHS = 36
HEAD = ("REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"
        "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED")
# The usual month of each measure.
USUAL = [
    ("M001", "Count_ReferralsReceived", 300), ("M002", "Count_SelfReferrals", 210), ("M003", "Count_GPReferrals", 60),
    ("M017", "Count_OtherReferrals", 30), ("M023", "Count_FirstAssessment", 210),
    ("M031", "Count_AccessingServices", 205), ("M184", "Count_SecondTreatment", 125),
    ("M076", "Count_FinishedCourseTreatment", 120), ("M056", "Count_EndedReferrals", 300),
    ("M153", "Count_EndedBeforeTreatment", 95), ("M075", "Count_EndedTreatedOnce", 80),
    ("M057", "Count_EndedNotSuitable", 15), ("M082", "Count_Appointments", 1600),
    ("M086", "Count_ApptsAttended", 1200), ("M084", "Count_ApptsDNA", 150),
    ("M083", "Count_ApptsCancelledPatient", 170), ("M085", "Count_ApptsCancelledProvider", 70),
    ("M048", "Mean_WaitAccessingServices", 20), ("M038", "Count_WaitingForTreatment", 260),
    ("M141", "Mean_ApptsFinishedCourseTreatment", 7.5), ("M120", "Mean_LiSessions", 3.4),
    ("M112", "Mean_HISessions", 7.8), ("M347", "Mean_Wait_AssessmentDate_HighIntensityFirstDate", 50),
    ("M046", "Count_FirstToSecondTreatmentOver28days", 70), ("M047", "Count_FirstToSecondTreatmentOver90days", 20),
    ("M191", "Count_Recovery", 55), ("M179", "Count_NotAtCaseness", 10), ("M192", "Percentage_Recovery", 50),
    ("M185", "Count_ReliableImprovement", 80),
]


def write(place):
    """Writes the file into a folder, and says where it is. England is ten times as large as its one provider."""
    lines = [HEAD]
    for number in range(MONTHS):
        month = datetime.date(2021 + (3 + number) // 12, (3 + number) % 12 + 1, 1)
        for measure, name, usual in USUAL:
            adds_up = name.startswith("Count_")
            level = usual * (1 + 0.02 * ((number * 7 + int(measure[1:]) * 3) % 5 - 2)) if adds_up else usual
            dates = f"{month},{month.replace(day=28)}"
            lines.append(f"{dates},Provider,all,all,ABC1,RIVER AND HILL SERVICE,{measure},{name},{round(level)}")
            whole = level * 10 if adds_up else level
            lines.append(f"{dates},England,all,all,all,all Providers,{measure},{name},{whole}")
    path = pathlib.Path(place) / "national.csv"
    path.write_text("\n".join(lines) + "\n")
    return str(path)
