#include "samples/generator/cases.h"
#include "samples/generator/days.h"
#include "samples/generator/organisation.h"
#include "samples/generator/registers.h"
#include "samples/generator/tasks.h"
#include "samples/generator/telework.h"

namespace chohyo::city {

City InventCity(const CityRequest& request) {
  City city;
  city.month = request.month;
  city.seed = request.seed;
  city.configuration = Configuration();
  InventUnits(request.staff, &city);
  InventPeople(request, &city);
  InventCases(&city);
  InventTelework(&city);
  InventTasks(&city);
  InventRegisters(&city);
  InventIncidents(&city);
  InventHistory(&city);

  PlanSigns(&city);
  PlanOffice(&city);
  ApplyPlans(&city);
  ApplyCases(&city);
  PlanAlternation(&city);
  PlanOrdinaryDays(city.seed, &city);
  PlanCards(city.seed, &city);
  PlanContacts(&city);
  return city;
}

}  // namespace chohyo::city
