
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      's63d55ed37ba2a240': str`The calendar “${0}” has no open hours. Add at least one line of hours.`,
's55b8030848da9d3c': str`The calendar “${0}” is never open. Choose weekdays for at least one line of hours.`,
's8f2e4353bda01f12': str`Line ${0} of the calendar “${1}” names a weekday that does not exist. Weekdays run from 1 (Monday) to 7 (Sunday).`,
'se94fb3976d9dfc48': str`Line ${0} of the calendar “${1}” has hours outside the day. Enter times from 00:00 to 24:00.`,
'scfea0adce2d96453': str`“${0}” is not a date, so this holiday of the calendar “${1}” is unknown. Write it as year-month-day, such as 2026-10-01.`,
's8b7bf2efc77a50ea': str`A holiday of the calendar “${0}” ends on ${1}, before it begins on ${2}. Swap the two dates.`,
'sc12269dddc2998f4': str`“${0}” is not a date and time the run could start at. Write it like 2026-01-05T09:00:00.`,
's8f7280e6ec23bd8c': str`The time zone “${0}” is unknown here. Choose one from the list, such as Asia/Shanghai, or none.`,
    };
  