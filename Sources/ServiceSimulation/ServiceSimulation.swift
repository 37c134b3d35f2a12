// ServiceSimulation
